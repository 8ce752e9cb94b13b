import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { addClosure } from "@/lib/booking/changes/add-closure";
import { findClosureLosses } from "@/lib/booking/changes/find-closure-losses";
import { moveBooking } from "@/lib/booking/move-booking";
import { inSchool } from "@/lib/db/in-school";
import { type LessonId, newId } from "@/lib/ids";
import { getLessonCalendar } from "@/lib/notifications/get-lesson-calendar";
import { superuserQuery } from "@/lib/testing/database";
import { aFollowedBooking, feedPath, followed, type FeedLesson } from "@/lib/testing/feed-caller";
import { insertLesson } from "@/lib/testing/lesson-factory";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { serveRoutes } from "@/lib/testing/route-server";
import { startOf } from "@/lib/testing/rush-factory";
import { aGroupCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, aTerm, TEST_NOW } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { plusHours, plusMinutes } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const server = await serveRoutes("app/api/calendar");
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

beforeEach(() => vi.setSystemTime(TEST_NOW));

/** A booking, and its entry as whoever follows it has it. */
async function aBooking() {
  const booked = await aFollowedBooking();
  const only = async (): Promise<FeedLesson> => {
    const { lessons } = await followed(server, booked.path);
    const [lesson] = lessons;
    if (lesson === undefined || lessons.length > 1) throw new Error(`${lessons.length} lessons`);
    return lesson;
  };
  return { ...booked, only };
}

describe("what becomes of a booked lesson in a calendar that is followed", () => {
  it("moved, moved and cancelled it is one entry that changes, as in the mailed files", async () => {
    const { school, ctx, bookingId, startsAt, only } = await aBooking();
    const mailed = async () => (await getLessonCalendar(ctx, bookingId))?.content ?? "";
    const booked = await only();
    expect(booked).toMatchObject({ sequence: 0, status: "CONFIRMED", startsAt });
    for (const [index, start] of [startOf(school, 20), startOf(school, 3)].entries()) {
      await moveBooking(ctx, {
        shown: "as-it-is",
        bookingId,
        startsAt: start,
        requestKey: newId(),
      });
      const moved = { uid: booked.uid, sequence: index + 1, status: "CONFIRMED", startsAt: start };
      expect(await only()).toMatchObject(moved);
      expect(await mailed()).toContain(`SEQUENCE:${index + 1}\r\n`);
    }
    await cancelBooking(ctx, { shown: "as-it-is", bookingId, requestKey: newId() });
    const cancelled = await only();
    expect(cancelled).toMatchObject({ uid: booked.uid, sequence: 3, status: "CANCELLED" });
    expect(cancelled.summary).toBe(`Cancelled: ${booked.summary}`);
    expect(await mailed()).toContain(`UID:${cancelled.uid}\r\nSEQUENCE:3\r\n`);
  });

  it("a change of the teacher, the room or the place is a change to its readers too", async () => {
    const { school, bookingId, only } = await aBooking();
    const other = await aGroupCourse(school);
    const where = "WHERE id = (SELECT lesson_id FROM booking WHERE id = $1)";
    for (const [sequence, [set, values]] of [
      ["teacher_id = $2", [other.teacher.id]] as const,
      ["location_id = $2, room_id = $3", [other.room.location.id, other.room.id]] as const,
    ].entries()) {
      await superuserQuery(`UPDATE lesson SET ${set} ${where}`, [bookingId, ...values]);
      expect((await only()).sequence).toBe(sequence + 1);
    }
    await superuserQuery(`UPDATE lesson SET reminded_for = now() ${where}`, [bookingId]);
    expect((await only()).sequence).toBe(2);
  });

  it("a group lesson on a closed day stays as cancelled for those who were in it, and no others", async () => {
    const school = await aSchool();
    const choir = await aGroupCourse(school, { term: await aTerm(school, { weeks: 2 }) });
    const [family, later] = [await aFamily(school), await aFamily(school)];
    await anEnrolment(choir, family.students[0]);
    await anEnrolment(choir, later.students[0], { startsOn: "2026-10-19" });
    const paths = [
      await feedPath(contextOf(school, family.guardian), "FAMILY"),
      await feedPath(contextOf(school, later.guardian), "FAMILY"),
      await feedPath(contextOf(school, choir.teacher), "TEACHER"),
    ];
    const admin = contextOf(school, await anAdmin(school));
    const days = { name: "Fete", startsOn: asDay("2026-10-12"), endsOn: asDay("2026-10-12") };
    const losses = await inSchool(admin, (db) => findClosureLosses(db, admin, days));
    await addClosure(admin, { ...days, confirmed: losses.confirmation });
    const states = async (path: string) =>
      (await followed(server, path)).lessons.map(({ status, sequence }) => [status, sequence]);
    const [own, others, teachers] = await Promise.all(paths.map(states));
    expect(own).toEqual([
      ["CANCELLED", 1],
      ["CONFIRMED", 0],
    ]);
    expect(others).toEqual([["CONFIRMED", 0]]);
    expect(teachers).toEqual(own);
  });

  it("holds 60 days back and 400 ahead, what was cancelled 30 days back", async () => {
    const { school, course, path } = await aBooking();
    const plain = await aGroupCourse(school, { teacher: course.teacher });
    // Each of a week of its own: one that was cancelled and made anew is shown once.
    let week = 20;
    const lessonIn = async (days: number, cancelled: boolean) => {
      week += 1;
      const startsAt = plusHours(TEST_NOW, days * 24);
      const lesson = { id: newId<LessonId>(), startsAt, endsAt: plusMinutes(startsAt, 30) };
      await insertLesson(plain, { ...lesson, week, kind: "GROUP" });
      const sql = `UPDATE lesson SET cancelled_at = now(), cancel_reason = 'SCHOOL' WHERE id = $1`;
      if (cancelled) await superuserQuery(sql, [lesson.id]);
      return `${lesson.id}@musicnme`;
    };
    const inside = [
      await lessonIn(-59, false),
      await lessonIn(-29, true),
      await lessonIn(399, false),
    ];
    const outside = [
      await lessonIn(-61, false),
      await lessonIn(-31, true),
      await lessonIn(401, false),
    ];
    const teachers = await feedPath(contextOf(school, course.teacher), "TEACHER");
    const uids = (await followed(server, teachers)).lessons.map(({ uid }) => uid);
    for (const uid of inside) expect(uids).toContain(uid);
    for (const uid of outside) expect(uids).not.toContain(uid);
    expect((await followed(server, path)).lessons).toHaveLength(1);
  });

  it("begins with the term that runs, however long ago that was, and not with one before it", async () => {
    const school = await aSchool();
    const before = await aTerm(school, { startsOn: "2026-07-20", weeks: 9 });
    const choir = await aGroupCourse(school, { term: await aTerm(school, { weeks: 12 }) });
    const earlier = await aGroupCourse(school, { term: before, teacher: choir.teacher });
    const path = await feedPath(contextOf(school, choir.teacher), "TEACHER");
    vi.setSystemTime(TEST_NOW + (7 + 11 * 7) * 24 * 3_600_000);
    const { lessons } = await followed(server, path);
    expect(lessons).toHaveLength(12);
    expect(lessons.map(({ summary }) => summary)).not.toContain(earlier.name);
  });

  it("weekly lessons at 16:00 in Sydney are at the right moment before and after the April change", async () => {
    const school = await aSchool();
    const term = await aTerm(school, { startsOn: "2027-03-22", weeks: 3 });
    const course = await aGroupCourse(school, { term, weekday: 4 });
    const family = await aFamily(school);
    await anEnrolment(course, family.students[0]);
    const { text } = await followed(
      server,
      await feedPath(contextOf(school, family.guardian), "FAMILY"),
    );
    expect(text.match(/DTSTART:\S+/g)).toEqual([
      "DTSTART:20270325T050000Z",
      "DTSTART:20270401T050000Z",
      "DTSTART:20270408T060000Z",
    ]);
  });
});
