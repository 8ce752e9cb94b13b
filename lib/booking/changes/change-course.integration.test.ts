import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { describe, expect, it } from "vitest";
import { newId, type CourseId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import { updateCourse, type CourseChange } from "@/lib/scheduling/update-course";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, aTeacher, contextOf } from "@/lib/testing/people-factory";
import {
  aGroupCourse,
  aHybridCourse,
  anEnrolment,
  type TestCourse,
} from "@/lib/testing/scheduling-factory";
import { aRoom, aSchool, aTerm, at, type TestSchool } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { archiveCourse } from "./archive-course";
import { changeCourseTimes, type CourseTimesChange } from "./change-course-times";
import { changeWeekPlan } from "./change-week-plan";
import { getCourseArchive } from "./get-course-archive";

async function groundFor(school: TestSchool) {
  const term = await aTerm(school);
  const ctx = contextOf(school, await anAdmin(school));
  const group = await aGroupCourse(school, { term, weekday: 2, capacity: 3 });
  const piano = await aHybridCourse(school, { term });
  const { students } = await aFamily(school, { students: ["Mia", "Tom"] });
  return { term, ctx, group, piano, mia: students[0], tom: students[1] ?? students[0] };
}

function sameTimes(course: TestCourse): CourseTimesChange {
  return {
    basedOn: AS_IT_STANDS,
    ...{ courseId: course.id, teacherId: course.teacher.id, roomId: course.room.id },
    ...{ weekday: course.weekday, startTime: asWallTime(course.startTime), groupMinutes: 60 },
  };
}

function sameFacts(course: TestCourse): CourseChange {
  const { id: courseId, name, lessonMinutes } = course;
  return { courseId, name, lessonMinutes, capacity: 6, basedOn: AS_IT_STANDS };
}

/** Live fixed lessons: how many, their first start, and how often each resource is in them. */
async function fixedLessons(course: TestCourse) {
  const { rows } = await superuserQuery(
    `SELECT count(*)::int AS lessons, min(starts_at) AS first FROM lesson
      WHERE course_id = $1 AND enrolment_id IS NULL AND cancelled_at IS NULL`,
    [course.id],
  );
  return rows[0];
}

async function usesOf(resourceId: string): Promise<number> {
  const { rows } = await superuserQuery(
    "SELECT count(*)::int AS n FROM reservation WHERE resource_id = $1",
    [resourceId],
  );
  return Number(rows[0]?.n);
}

describe("changing a course", () => {
  it("changes name, places and prices while students are in it", async () => {
    const school = await aSchool();
    const { ctx, group, mia } = await groundFor(school);
    await anEnrolment(group, mia);
    await updateCourse(ctx, {
      basedOn: AS_IT_STANDS,
      ...{ courseId: group.id, name: "Guitar for all", capacity: 5 },
      ...{ instrument: "guitar", groupPriceMinor: 3500 },
    });
    const { rows } = await superuserQuery(
      "SELECT name, capacity, instrument, group_price_minor AS price FROM course WHERE id = $1",
      [group.id],
    );
    expect(rows).toEqual([
      { name: "Guitar for all", capacity: 5, instrument: "guitar", price: 3500 },
    ]);
    expect(await fixedLessons(group)).toMatchObject({ lessons: 10 });
  });

  it("refuses fewer places than students, and a name that is taken in the term", async () => {
    const school = await aSchool();
    const { ctx, group, piano, mia, tom } = await groundFor(school);
    await anEnrolment(group, mia);
    await anEnrolment(group, tom);
    const facts = sameFacts(group);
    await expect(updateCourse(ctx, { ...facts, capacity: 1 })).rejects.toMatchObject({
      code: "capacity-below-enrolled",
      details: { count: 2 },
    });
    await expect(updateCourse(ctx, { ...facts, name: piano.name })).rejects.toMatchObject({
      code: "name-taken",
    });
    await updateCourse(ctx, { ...facts, capacity: 2 });
  });

  it("keeps the length of individual lessons while one is booked ahead", async () => {
    const school = await aSchool();
    const { ctx, piano, mia } = await groundFor(school);
    await aBooking(await anEnrolment(piano, mia), {
      week: 4,
      startsAt: at(school, "2026-11-02 16:00"),
    });
    const shorter = { ...sameFacts(piano), lessonMinutes: 30 };
    await expect(updateCourse(ctx, shorter)).rejects.toMatchObject({ code: "course-has-bookings" });
    await updateCourse(ctx, { ...sameFacts(piano), name: "Piano 2" });
    const later = { ...ctx, now: at(school, "2026-11-03 09:00") };
    await updateCourse(later, shorter);
  });
});

describe("giving a course another teacher, room or time", () => {
  it("moves the lessons ahead to another teacher with their students, and leaves what was held", async () => {
    const school = await aSchool();
    const { ctx, group, mia } = await groundFor(school);
    await anEnrolment(group, mia);
    const teacher = await aTeacher(school);
    const now = at(school, "2026-10-20 18:00");
    await changeCourseTimes({ ...ctx, now }, { ...sameTimes(group), teacherId: teacher.id });
    expect(await usesOf(teacher.id)).toBe(8);
    expect(await usesOf(group.teacher.id)).toBe(2);
    expect(await usesOf(mia.id)).toBe(10);
    expect(await fixedLessons(group)).toMatchObject({ lessons: 10 });
  });

  it("moves an empty course to another day and time", async () => {
    const school = await aSchool();
    const { ctx, group } = await groundFor(school);
    const room = await aRoom(school);
    await changeCourseTimes(ctx, {
      ...sameTimes(group),
      ...{ roomId: room.id, weekday: 4, startTime: asWallTime("10:00"), groupMinutes: 45 },
    });
    const first = new Date(at(school, "2026-10-15 10:00"));
    expect(await fixedLessons(group)).toEqual({ lessons: 10, first });
    expect([await usesOf(room.id), await usesOf(group.room.id)]).toEqual([10, 0]);
  });

  it("gives a week whose lesson was held no second one on a later weekday", async () => {
    const school = await aSchool();
    const { ctx, group } = await groundFor(school);
    const now = at(school, "2026-10-14 09:00");
    await changeCourseTimes({ ...ctx, now }, { ...sameTimes(group), weekday: 5 });
    const first = new Date(at(school, "2026-10-13 16:00"));
    expect(await fixedLessons(group)).toEqual({ lessons: 10, first });
  });

  it("refuses another time while students are enrolled, and a teacher who is busy then", async () => {
    const school = await aSchool();
    const { ctx, term, group, mia } = await groundFor(school);
    const busy = await aGroupCourse(school, { term, weekday: 2, startTime: "16:30" });
    await expect(
      changeCourseTimes(ctx, { ...sameTimes(group), teacherId: busy.teacher.id }),
    ).rejects.toMatchObject({ code: "teacher-overlap" });
    await anEnrolment(group, mia);
    await expect(changeCourseTimes(ctx, { ...sameTimes(group), weekday: 3 })).rejects.toMatchObject(
      { code: "course-has-students" },
    );
    expect(await usesOf(group.teacher.id)).toBe(10);
  });

  it("refuses any of it while booked lessons lie ahead", async () => {
    const school = await aSchool();
    const { ctx, piano, mia } = await groundFor(school);
    await aBooking(await anEnrolment(piano, mia), {
      week: 4,
      startsAt: at(school, "2026-11-02 16:00"),
    });
    const teacher = await aTeacher(school);
    await expect(
      changeCourseTimes(ctx, { ...sameTimes(piano), teacherId: teacher.id }),
    ).rejects.toMatchObject({ code: "course-has-bookings" });
  });
});

describe("archiving a course", () => {
  it("refuses while students have lessons ahead, and says what", async () => {
    const school = await aSchool();
    const { ctx, group, piano, mia } = await groundFor(school);
    await anEnrolment(group, mia);
    const booking = await aBooking(await anEnrolment(piano, mia), {
      week: 4,
      startsAt: at(school, "2026-11-02 16:00"),
    });
    const ahead = await getCourseArchive(ctx, group.id);
    expect(ahead).toMatchObject({ isFree: false, students: 1 });
    expect(ahead.lessons).toHaveLength(10);
    expect((await getCourseArchive(ctx, piano.id)).bookings).toMatchObject([
      { bookingId: booking.id },
    ]);
    for (const { id: courseId } of [group, piano]) {
      await expect(archiveCourse(ctx, { courseId, archived: true })).rejects.toMatchObject({
        code: "course-still-runs",
      });
    }
  });

  it("cancels empty lessons only when they were shown and confirmed, and brings them back", async () => {
    const school = await aSchool();
    const { ctx, group, mia } = await groundFor(school);
    const archive = { courseId: group.id, archived: true };
    await expect(archiveCourse(ctx, archive)).rejects.toMatchObject({
      code: "archive-needs-confirmation",
    });
    const { confirmation } = await getCourseArchive(ctx, group.id);
    await archiveCourse(ctx, { ...archive, confirmed: confirmation });
    expect(await fixedLessons(group)).toMatchObject({ lessons: 0 });
    expect(await usesOf(group.room.id)).toBe(0);
    const enrolment = { courseId: group.id, studentId: mia.id, startsOn: asDay("2026-10-12") };
    await expect(enrolStudent(ctx, enrolment)).rejects.toMatchObject({ code: "course-archived" });
    await archiveCourse(ctx, { courseId: group.id, archived: false });
    expect(await fixedLessons(group)).toMatchObject({ lessons: 10 });
    expect(await usesOf(group.room.id)).toBe(10);
  });

  it("archives a course whose term is over with its students in it", async () => {
    const school = await aSchool();
    const { ctx, piano, mia } = await groundFor(school);
    await anEnrolment(piano, mia);
    const later = { ...ctx, now: at(school, "2027-01-04 09:00") };
    await archiveCourse(later, { courseId: piano.id, archived: true });
    await expect(
      changeWeekPlan(later, { basedOn: AS_IT_STANDS, courseId: piano.id, plan: piano.plan }),
    ).rejects.toMatchObject({ code: "course-archived" });
  });
});

it("a course of another school is not found by any of it", async () => {
  const [mine, other] = [await aSchool(), await aSchool()];
  const { group } = await groundFor(other);
  const ctx = contextOf(mine, await anAdmin(mine));
  for (const courseId of [group.id, newId<CourseId>()]) {
    const calls = [
      () => updateCourse(ctx, { ...sameFacts(group), courseId }),
      () => changeCourseTimes(ctx, { ...sameTimes(group), courseId }),
      () => archiveCourse(ctx, { courseId, archived: true }),
      () => getCourseArchive(ctx, courseId),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(NotFound);
  }
  expect(await fixedLessons(group)).toMatchObject({ lessons: 10 });
});
