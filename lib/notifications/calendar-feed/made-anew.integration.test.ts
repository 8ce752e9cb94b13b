import { describe, expect, it } from "vitest";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { inSchool } from "@/lib/db/in-school";
import { asWallTime } from "@/lib/time/wall-time";
import { aLessonWorld, FULL_DAY, type LessonWorld } from "@/lib/testing/lesson-world";
import { close, reopen } from "@/lib/testing/schedule-changes";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { loadFeedRows } from "./load-feed-rows";

/** The entries of one course in the calendar of the whole school, and how many of them are cancelled. */
async function entriesOf({ ctx }: LessonWorld, courseName: string) {
  const rows = await inSchool(ctx, (db) => loadFeedRows(db, ctx, "SCHOOL"));
  const own = rows.filter((row) => row.courseName === courseName);
  return {
    count: own.length,
    cancelled: own.filter(({ cancelled }) => cancelled).length,
    starts: new Set(own.map(({ startsAt }) => startsAt)).size,
  };
}

const GROUP = "GROUP course at 10:00";
const WORKSHOP = "ONE_OFF course at 09:00";

describe("in a calendar that somebody follows, a lesson is there once", () => {
  it("in another room, not beside itself as cancelled", async () => {
    const world = await aLessonWorld();
    const before = await entriesOf(world, GROUP);
    await changeCourseTimes(world.ctx, {
      ...{ courseId: world.courses.group.id, teacherId: world.alice.id, roomId: world.hall.id },
      ...{ weekday: 1, heldOn: null, startTime: asWallTime("10:00"), groupMinutes: 45 },
      basedOn: AS_IT_STANDS,
    });
    expect(before.count).toBeGreaterThan(5);
    expect(await entriesOf(world, GROUP)).toEqual(before);
  });

  it("as cancelled while its day is closed, and as itself once that is open again", async () => {
    const world = await aLessonWorld();
    const [group, workshop] = [await entriesOf(world, GROUP), await entriesOf(world, WORKSHOP)];
    const closure = await close(world, { startsOn: FULL_DAY });
    expect(await entriesOf(world, GROUP)).toEqual({ ...group, cancelled: 1 });
    expect(await entriesOf(world, WORKSHOP)).toEqual({ ...workshop, cancelled: 1 });
    await reopen(world, closure);
    expect(await entriesOf(world, GROUP)).toEqual(group);
    expect(await entriesOf(world, WORKSHOP)).toEqual(workshop);
  });
});
