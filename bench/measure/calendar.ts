import { readFileSync } from "node:fs";
import path from "node:path";
import { withClient } from "@/scripts/database/connect";
import { addDays } from "@/lib/time/day";
import type { Sent } from "../load/http";
import { reset } from "../reset";
import { firstMonday, FREE_WEEKS, SLUG } from "../rush-school";
import { browserOf, type Stage } from "../stage";
import { sequence } from "./sequence";

const LESSONS = 5_000;
const WEEK = FREE_WEEKS[3];
const FILL = path.join(import.meta.dirname, "../fill/crowded-week.sql");

/** What the admin's calendar reads of a week in which 5,000 lessons lie; they are gone afterwards. */
export async function calendarTime(stage: Stage): Promise<number> {
  const monday = addDays(firstMonday(), (WEEK - 1) * 7);
  await withClient(stage.databaseUrl, async (client) => {
    await client.query(readFileSync(FILL, "utf8"), [SLUG, firstMonday(), monday]);
    await client.query("VACUUM ANALYZE lesson, reservation");
  });
  try {
    const range = `from=${monday}&until=${addDays(monday, 7)}`;
    const request: Sent = {
      url: `${stage.base}/api/v1/schools/${SLUG}/calendar?${range}`,
      headers: await browserOf("admin", 1),
    };
    await expectAll(stage, request);
    return await sequence(stage, [request]);
  } finally {
    await reset(stage.databaseUrl);
  }
}

async function expectAll(stage: Stage, request: Sent): Promise<void> {
  const { replies } = await stage.load.run({
    kind: "pump",
    requests: [request],
    inFlight: 1,
    keepBodies: true,
  });
  const lessons = replies[0]?.body.match(/"placeholder":null/g)?.length ?? 0;
  if (lessons !== LESSONS) throw new Error(`the calendar shows ${lessons} of ${LESSONS} lessons`);
}
