import { describe, expect, it } from "vitest";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import {
  changeCourseTimes,
  type CourseTimesChange,
} from "@/lib/booking/changes/change-course-times";
import { getCourseArchive } from "@/lib/booking/changes/get-course-archive";
import { moveBooking } from "@/lib/booking/move-booking";
import { inSchool } from "@/lib/db/in-school";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, FULL_DAY, type LessonWorld } from "@/lib/testing/lesson-world";
import { at } from "@/lib/testing/school-factory";
import { bookLeo, close, plan, reopen } from "@/lib/testing/schedule-changes";
import { asDay } from "@/lib/time/day";
import { plusHours } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { loadFeedRows } from "./load-feed-rows";

type Course = keyof LessonWorld["courses"];

/** The entries of one course in the calendar of the whole school, by time. */
async function entriesOf({ ctx, courses }: LessonWorld, course: Course) {
  const rows = await inSchool(ctx, (db) => loadFeedRows(db, ctx, "SCHOOL"));
  const { rows: own } = await superuserQuery("SELECT id FROM lesson WHERE course_id = $1", [
    courses[course].id,
  ]);
  const ids = new Set(own.map(({ id }) => id));
  return rows.filter(({ lessonId }) => ids.has(lessonId));
}

type Entries = Awaited<ReturnType<typeof entriesOf>>;
const uids = (entries: Entries) => entries.map(({ lessonId }) => lessonId);
const cancelled = (entries: Entries) => entries.filter((entry) => entry.cancelled);

async function changeTimes(
  { ctx, alice, studio, courses }: LessonWorld,
  course: Course,
  change: Partial<CourseTimesChange>,
) {
  await changeCourseTimes(ctx, {
    ...{ courseId: courses[course].id, teacherId: alice.id, roomId: studio.id },
    ...{ weekday: 1, heldOn: null, startTime: asWallTime("10:00"), groupMinutes: 45 },
    basedOn: AS_IT_STANDS,
    ...change,
  });
}

describe("in a calendar that somebody follows, a lesson is one entry that changes", () => {
  it("in another room and by another teacher", async () => {
    const world = await aLessonWorld();
    const before = await entriesOf(world, "group");
    expect(before.length).toBeGreaterThan(5);
    await changeTimes(world, "group", { roomId: world.hall.id, teacherId: world.ben.id });
    const after = await entriesOf(world, "group");
    expect(uids(after)).toEqual(uids(before));
    expect(cancelled(after)).toEqual([]);
    for (const [index, entry] of after.entries()) {
      expect(entry.sequence).toBeGreaterThan(before[index]?.sequence ?? 0);
      expect(entry).toMatchObject({ roomName: "Hall", startsAt: before[index]?.startsAt });
      expect(entry.teacherName).toContain("Ben");
    }
  });

  it("on another weekday, and what has begun stays as it was", async () => {
    const world = await aLessonWorld();
    const before = await entriesOf(world, "empty");
    const now = at(world.school, "2026-10-26 20:00");
    const later = { ...world, ctx: { ...world.ctx, now } };
    await changeTimes(later, "empty", { weekday: 3 });
    const after = await entriesOf(later, "empty");
    expect(uids(after)).toEqual(uids(before));
    expect(after.map(({ sequence }) => sequence)).toEqual(
      before.map((_, week) => (week < 3 ? 0 : 1)),
    );
    expect(after[3]?.startsAt).toBe(at(world.school, "2026-11-04 10:00"));
  });

  it("of a workshop that is held in another week", async () => {
    const world = await aLessonWorld();
    const [group] = world.courses.workshop.enrolments;
    await superuserQuery("DELETE FROM reservation WHERE student_id IS NOT NULL");
    await superuserQuery("DELETE FROM enrolment WHERE id = $1", [group]);
    const before = await entriesOf(world, "workshop");
    await changeTimes(world, "workshop", { weekday: null, heldOn: asDay("2026-11-12") });
    const after = await entriesOf(world, "workshop");
    expect(uids(after)).toEqual(uids(before));
    expect(after).toMatchObject([
      { cancelled: false, startsAt: at(world.school, "2026-11-12 10:00") },
    ]);
  });

  it("cancelled while its day is closed, and itself once that is open again", async () => {
    const world = await aLessonWorld();
    for (const course of ["group", "workshop", "individual"] as const) {
      const before = await entriesOf(world, course);
      const closure = await close(world, { startsOn: FULL_DAY });
      const closed = await entriesOf(world, course);
      expect(uids(closed)).toEqual(uids(before));
      expect(cancelled(closed)).toHaveLength(1);
      await reopen(world, closure);
      const after = await entriesOf(world, course);
      expect(uids(after)).toEqual(uids(before));
      expect(cancelled(after)).toEqual([]);
      expect(after.map(({ startsAt }) => startsAt)).toEqual(before.map(({ startsAt }) => startsAt));
    }
  });

  it("also where the course was given another room while the day was closed, and the first one after", async () => {
    const world = await aLessonWorld();
    const before = await entriesOf(world, "group");
    const closure = await close(world, { startsOn: FULL_DAY });
    await changeTimes(world, "group", { roomId: world.hall.id });
    expect(cancelled(await entriesOf(world, "group"))).toHaveLength(1);
    await reopen(world, closure);
    await changeTimes(world, "group", {});
    const after = await entriesOf(world, "group");
    expect(uids(after)).toEqual(uids(before));
    expect(cancelled(after)).toEqual([]);
    expect(new Set(after.map(({ roomName }) => roomName))).toEqual(new Set(["Studio"]));
  });

  it("of a week that is individual for a while", async () => {
    const world = await aLessonWorld();
    await plan(world, "GGGGGGGIGI");
    const before = await entriesOf(world, "hybrid");
    await plan(world, "GGGIGGGIGI");
    const between = await entriesOf(world, "hybrid");
    expect(cancelled(between)).toHaveLength(1);
    await plan(world, "GGGGGGGIGI");
    const after = await entriesOf(world, "hybrid");
    expect(uids(after)).toEqual(uids(before));
    expect(cancelled(after)).toEqual([]);
  });

  it("booked again for the same time after it was cancelled, and cancelled beside one at another time", async () => {
    const world = await aLessonWorld();
    await bookLeo(world);
    const states = async () => {
      const own = await entriesOf(world, "hybrid");
      return own.filter((entry) => entry.bookingId !== null).map((entry) => entry.cancelled);
    };
    await reopen(world, await close(world, { startsOn: FULL_DAY }));
    expect(await states()).toEqual([true]);
    const again = await bookLeo(world);
    expect(await states()).toEqual([false]);
    await moveBooking(world.ctx, {
      ...{ bookingId: again.id, startsAt: plusHours(again.startsAt, 1), requestKey: newId() },
      ...{ shown: "as-it-is", acceptWarnings: true },
    });
    expect(await states()).toEqual([true, false]);
  });

  it("of a course that is archived and put back", async () => {
    const world = await aLessonWorld();
    const courseId = world.courses.empty.id;
    const before = await entriesOf(world, "empty");
    const { confirmation: confirmed } = await getCourseArchive(world.ctx, courseId);
    await archiveCourse(world.ctx, { courseId, archived: true, confirmed });
    expect(cancelled(await entriesOf(world, "empty"))).toHaveLength(before.length);
    await archiveCourse(world.ctx, { courseId, archived: false });
    const after = await entriesOf(world, "empty");
    expect(uids(after)).toEqual(uids(before));
    expect(cancelled(after)).toEqual([]);
  });

  it("and the audit names as cancelled only what really is", async () => {
    const world = await aLessonWorld();
    await changeTimes(world, "group", { roomId: world.hall.id });
    const { rows } = await superuserQuery(
      "SELECT action FROM audit_entry WHERE school_id = $1 AND action LIKE 'booking/%'",
      [world.school.id],
    );
    expect(rows).toEqual([{ action: "booking/course-times.changed" }]);
  });
});
