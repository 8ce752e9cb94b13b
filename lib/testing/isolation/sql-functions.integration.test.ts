import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { isoFromInstant } from "@/lib/time/instant";
import { superuserQuery, testUrls, useChangedCopy } from "../database";
import { TEST_NOW } from "../school-factory";
import { aFullSchool, type FullSchool } from "./full-school";
import { rowsOf } from "./snapshot";
import { Client } from "pg";

await useChangedCopy("SELECT 1");

const HOT = [
  "book_lessons",
  "booking_facts_in_school",
  "booking_facts_of_many",
  "cancel_booking",
  "move_booking",
  "slots_version",
];
const NOW = isoFromInstant(TEST_NOW);

let mine: FullSchool;
let other: FullSchool;

beforeAll(async () => {
  [mine, other] = [await aFullSchool("Wombat"), await aFullSchool("Quokka")];
});

/** As the app's role, which the functions run as; the school is the context's, as in callInSchool. */
async function call(name: string, args: readonly unknown[]): Promise<unknown> {
  const client = new Client({ connectionString: testUrls().app });
  await client.connect();
  try {
    const places = [mine.school.id, ...args].map((_, index) => `$${index + 1}`).join(", ");
    const { rows } = await client.query<{ result: unknown }>(
      `SELECT ${name}(${places}) AS result`,
      [mine.school.id, ...args],
    );
    return rows[0]?.result ?? null;
  } finally {
    await client.end();
  }
}

describe("the SQL functions of the hot use cases, called in one school with ids of another", () => {
  const lessons = () =>
    JSON.stringify([
      {
        ...{ week: 8, startsAt: "2026-11-30T05:00:00Z", endsAt: "2026-11-30T05:45:00Z" },
        ...{ roomIds: [other.ids.roomId], bookingId: newId(), lessonId: newId(), auditId: newId() },
      },
    ]);
  const move = () =>
    JSON.stringify({
      ...{ startsAt: "2026-11-02T05:00:00Z", endsAt: "2026-11-02T05:45:00Z" },
      ...{ roomIds: [other.ids.roomId], week: 4, moveId: newId(), auditId: newId() },
    });
  const expected = "2026-11-02T04:00:00Z";

  it.each([
    ["booking_facts_in_school", () => [null, other.ids.enrolmentId, [4], null, null, null]],
    [
      "booking_facts_of_many",
      () => [JSON.stringify([{ enrolmentId: other.ids.enrolmentId, weeks: [4] }])],
    ],
    ["slots_version", () => [null, other.ids.enrolmentId, 4]],
    [
      "book_lessons",
      () => [
        ...[other.ids.guardianId, "key", "hash", NOW, 0, other.ids.enrolmentId, lessons(), null],
        ...[newId(), "request"],
      ],
    ],
    [
      "move_booking",
      () => [
        ...[other.ids.guardianId, "key", "hash", NOW, 0, other.ids.bookingId, expected, move()],
        ...[null, newId(), "request"],
      ],
    ],
    [
      "cancel_booking",
      () => [
        ...[other.ids.guardianId, "key", "hash", NOW, other.ids.bookingId, expected, "FAMILY"],
        ...[null, null, newId(), newId(), "request"],
      ],
    ],
  ])("%s finds and changes nothing", async (name, args) => {
    const before = await rowsOf(mine.school.id, other.school.id);
    const answer = await call(name, args()).catch((error: unknown) => error);
    expect(JSON.stringify(answer)).not.toContain("Quokka");
    expect(answer === null || answer instanceof Error || hasNoBooking(answer)).toBe(true);
    expect(await rowsOf(mine.school.id, other.school.id)).toBe(before);
  });

  it("are all in this list", async () => {
    const { rows } = await superuserQuery(`
      SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        AND prosrc LIKE '%set_config(''app.school_id''%' ORDER BY 1`);
    expect(rows.map((row) => row.proname)).toEqual(HOT);
  });
});

function hasNoBooking(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && !("bookingIds" in answer);
}
