import { expect, it } from "vitest";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { openTimesChanged } from "@/lib/scheduling/events";
import { addAvailabilityException } from "@/lib/scheduling/add-availability-exception";
import { removeAvailabilityException } from "@/lib/scheduling/remove-availability-exception";
import { setAvailability } from "@/lib/scheduling/set-availability";
import type { OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, type LessonWorld } from "@/lib/testing/lesson-world";
import { contextOf, systemContextOf } from "@/lib/testing/people-factory";
import { noticeOf } from "@/lib/testing/schedule-changes";
import { at } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { tellOpenTimesChanged } from "./tell-open-times-changed";

/** Tells what has been changed so far, as the job does, and again as a retry does. */
async function tell({ school }: LessonWorld, now?: Instant) {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2 ORDER BY id",
    [school.id, openTimesChanged.name],
  );
  const ctx = systemContextOf(school, now === undefined ? {} : { now });
  type Happened = { id: OutboxEventId; data: Parameters<typeof openTimesChanged.data.parse>[0] };
  for (const { id, data } of [...rows, ...rows] as Happened[]) {
    await oweTelling(ctx, tellOpenTimesChanged, { id, data: openTimesChanged.data.parse(data) });
  }
}

function everyWeek(world: LessonWorld, ctx: SchoolContext = world.ctx, to = "19:00") {
  const window = {
    ...{ weekday: 1 as const, startTime: asWallTime("15:00"), endTime: asWallTime(to) },
    ...{ validFrom: asDay("2026-01-01"), validUntil: null, locationId: world.studio.location.id },
  };
  const teacherId = world.alice.id;
  return setAvailability(ctx, { teacherId, windows: [window], basedOn: AS_IT_STANDS });
}

function away({ ctx, alice }: LessonWorld, on: string, until: string) {
  const days = { on: asDay(on), until: asDay(until) };
  return addAvailabilityException(ctx, { teacherId: alice.id, kind: "BLOCK", ...days });
}

it("A teacher is told once of each change of their open times, and where to see them", async () => {
  const world = await aLessonWorld();
  await everyWeek(world);
  await everyWeek(world);
  const exceptionId = await away(world, "2026-11-02", "2026-11-03");
  await removeAvailabilityException(world.ctx, { exceptionId });
  await tell(world);
  const notices = await noticeOf(world, "Alice");
  const words = "Your open times were changed";
  expect(notices.map(({ title }) => title)).toEqual([
    `${words}: every week`,
    `${words}: Mon 2 Nov to Tue 3 Nov`,
    `${words}: Mon 2 Nov to Tue 3 Nov`,
  ]);
  expect(notices[0]?.path).toBe("teach/open-times");
  expect(await noticeOf(world, "Ben")).toEqual([]);
});

it("Nobody is told of what they changed themselves, nor of days that are over", async () => {
  const world = await aLessonWorld();
  const { school, alice } = world;
  await superuserQuery("UPDATE membership SET roles = '{ADMIN,TEACHER}' WHERE person_id = $1", [
    alice.id,
  ]);
  await everyWeek(world, contextOf(school, { ...alice, roles: ["ADMIN", "TEACHER"] }));
  await away(world, "2026-11-02", "2026-11-03");
  await tell(world, at(school, "2026-11-04 09:00"));
  expect(await noticeOf(world, "Alice")).toEqual([]);
});
