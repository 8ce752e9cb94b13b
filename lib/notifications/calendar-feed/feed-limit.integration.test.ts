import { expect, it } from "vitest";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { aMember, contextOf } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { type Instant, plusHours } from "@/lib/time/instant";
import { createCalendarFeed } from "./create-calendar-feed";
import { getCalendarFeeds } from "./get-calendar-feeds";
import { renewCalendarFeed, revokeCalendarFeed } from "./revoke-calendar-feed";

const SCOPES = ["SCHOOL", "TEACHER", "FAMILY"] as const;

/** Somebody who may follow three calendars, at any moment. */
async function aReader() {
  const school = await aSchool();
  const member = await aMember(school, { roles: ["ADMIN", "TEACHER", "PARENT"] });
  return (now: Instant = TEST_NOW) => contextOf(school, member, { now });
}

async function idsOf(ctx: SchoolContext) {
  const views = await getCalendarFeeds(ctx, SCOPES);
  return views.flatMap(({ feed }) => feed?.id ?? []);
}

async function renewFirst(ctx: SchoolContext): Promise<void> {
  const [id] = await idsOf(ctx);
  if (id === undefined) throw new NotFound();
  await renewCalendarFeed(ctx, id);
}

it("ten new calendar addresses are made for one person in a day; the one there is works on", async () => {
  const at = await aReader();
  await createCalendarFeed(at(), "SCHOOL");
  for (let times = 0; times < 9; times += 1) await renewFirst(at());
  const present = await idsOf(at());
  const refused = { code: "too-many-calendar-addresses", details: { most: 10 } };
  await expect(renewFirst(at())).rejects.toMatchObject(refused);
  expect(await idsOf(at())).toEqual(present);
  await expect(createCalendarFeed(at(), "FAMILY")).rejects.toMatchObject(refused);
  await renewFirst(at(plusHours(TEST_NOW, 25)));
  expect(await idsOf(at())).not.toEqual(present);
});

it("stopping one makes no room, and stopping is never refused", async () => {
  const at = await aReader();
  for (let times = 0; times < 10; times += 1) {
    await createCalendarFeed(at(), "SCHOOL");
    const [id] = await idsOf(at());
    if (id === undefined) throw new Error("There is an address.");
    await revokeCalendarFeed(at(), id);
  }
  await expect(createCalendarFeed(at(), "SCHOOL")).rejects.toMatchObject({
    code: "too-many-calendar-addresses",
  });
});

it("the last one of the day is made once, however many calendars ask for it at once", async () => {
  const at = await aReader();
  for (const scope of SCOPES) await createCalendarFeed(at(), scope);
  for (let times = 0; times < 6; times += 1) await renewFirst(at());
  const present = await idsOf(at());
  // Connections that are open already, so that what begins together runs together.
  await Promise.all(present.map(() => idsOf(at())));
  const asked = await Promise.allSettled(present.map((id) => renewCalendarFeed(at(), id)));
  expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  const { rowCount } = await superuserQuery("SELECT 1 FROM calendar_feed WHERE school_id = $1", [
    at().schoolId,
  ]);
  expect(rowCount).toBe(10);
});
