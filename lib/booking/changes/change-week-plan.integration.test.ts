import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { describe, expect, it } from "vitest";
import type { WeekPlan } from "@/lib/scheduling/week-plan";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { planOf } from "@/lib/testing/piano-foundation";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, aTerm, at, type TestSchool } from "@/lib/testing/school-factory";
import { changeWeekPlan } from "./change-week-plan";
import { getWeekPlanPreview } from "./get-week-plan-preview";

async function pianoFoundation(school: TestSchool) {
  const term = await aTerm(school);
  const course = await aHybridCourse(school, { term });
  const ctx = contextOf(school, await anAdmin(school));
  const family = await aFamily(school, { students: ["Mia", "Tom"] });
  const [mia, tom] = family.students;
  if (tom === undefined) throw new Error("Tom is missing");
  return {
    course,
    term,
    ctx,
    mia: await anEnrolment(course, mia),
    tom: await anEnrolment(course, tom),
  };
}

async function storedPlan(courseId: string): Promise<string> {
  const { rows } = await superuserQuery(
    "SELECT string_agg(left(kind::text, 1), '' ORDER BY week) AS plan FROM week_plan_week WHERE course_id = $1",
    [courseId],
  );
  return String(rows[0]?.plan);
}

async function liveGroupWeeks(courseId: string): Promise<number[]> {
  const { rows } = await superuserQuery(
    "SELECT week FROM lesson WHERE course_id = $1 AND kind = 'GROUP' AND cancelled_at IS NULL ORDER BY week",
    [courseId],
  );
  return rows.map((row) => Number(row.week));
}

describe("changing a week plan", () => {
  it("lists every booking that would be lost first; confirmed, it is cancelled with a message to the family and kept in the history", async () => {
    const school = await aSchool();
    const { course, ctx, mia, tom } = await pianoFoundation(school);
    const lost = await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-02 16:00") });
    const kept = await aBooking(tom, { week: 8, startsAt: at(school, "2026-11-30 16:00") });
    const change = { basedOn: AS_IT_STANDS, courseId: course.id, plan: planOf("GGGGGGGIGI") };

    const preview = await getWeekPlanPreview(ctx, change);
    expect(
      preview.lostBookings.map((one) => [one.bookingId, one.studentName.split(" ")[0]]),
    ).toEqual([[lost.id, "Mia"]]);
    await changeWeekPlan(ctx, { ...change, confirmed: preview.confirmation });

    const { rows } = await superuserQuery(
      `SELECT id, state, cancel_reason FROM booking WHERE school_id = $1 ORDER BY week`,
      [school.id],
    );
    expect(rows).toEqual([
      { id: lost.id, state: "CANCELLED", cancel_reason: "WEEK_PLAN" },
      { id: kept.id, state: "CONFIRMED", cancel_reason: null },
    ]);
    const changed = await superuserQuery(
      `SELECT o.name, c.part FROM outbox_event o JOIN lesson_change c ON c.change_id = o.id
        WHERE c.lesson_id = $1 AND c.starts_at IS NOT NULL ORDER BY c.part`,
      [lost.lessonId],
    );
    const name = "scheduling/lessons.changed";
    expect(changed.rows).toEqual([
      { name, part: "TEACHER" },
      { name, part: "STUDENT" },
    ]);
    expect(await storedPlan(course.id)).toBe("GGGGGGGIGI");
    expect(await liveGroupWeeks(course.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 9]);
    const students = await superuserQuery(
      `SELECT count(*)::int AS n FROM reservation r JOIN lesson l ON l.id = r.lesson_id
        WHERE l.course_id = $1 AND l.week = 4 AND r.student_id IS NOT NULL`,
      [course.id],
    );
    expect(students.rows).toEqual([{ n: 2 }]);
  });

  it("refuses with the new list when a family books between the preview and the confirmation", async () => {
    const school = await aSchool();
    const { course, ctx, mia, tom } = await pianoFoundation(school);
    await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-02 16:00") });
    const change = { basedOn: AS_IT_STANDS, courseId: course.id, plan: planOf("GGG-GGGIGI") };
    const { confirmation } = await getWeekPlanPreview(ctx, change);
    const late = await aBooking(tom, { week: 4, startsAt: at(school, "2026-11-02 17:00") });

    await expect(changeWeekPlan(ctx, { ...change, confirmed: confirmation })).rejects.toMatchObject(
      {
        code: "plan-needs-confirmation",
        details: { lostBookings: [{}, { bookingId: late.id }] },
      },
    );
    expect(await storedPlan(course.id)).toBe("GGGIGGGIGI");
  });

  it("refuses a loss that nobody confirmed, and changes nothing", async () => {
    const school = await aSchool();
    const { course, ctx, mia } = await pianoFoundation(school);
    await aBooking(mia, { week: 10, startsAt: at(school, "2026-12-14 16:00") });
    const change = { basedOn: AS_IT_STANDS, courseId: course.id, plan: planOf("GGGIGGGIGG") };
    await expect(changeWeekPlan(ctx, change)).rejects.toMatchObject({
      code: "plan-needs-confirmation",
    });
    expect(await liveGroupWeeks(course.id)).toEqual([1, 2, 3, 5, 6, 7, 9]);
  });

  it("leaves weeks that have begun alone", async () => {
    const school = await aSchool();
    const { course, ctx } = await pianoFoundation(school);
    const later = { ...ctx, now: at(school, "2026-11-02 09:00") };
    await expect(
      changeWeekPlan(later, {
        basedOn: AS_IT_STANDS,
        courseId: course.id,
        plan: planOf("GGGGGGGIGI"),
      }),
    ).rejects.toMatchObject({ code: "week-has-begun" });
    await changeWeekPlan(later, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      plan: planOf("GGGIIGGIGI"),
    });
    expect(await liveGroupWeeks(course.id)).toEqual([1, 2, 3, 6, 7, 9]);
  });

  it("lists a booking of another course that is in the way of a new group lesson, and cancels it when confirmed", async () => {
    const school = await aSchool();
    const { course, term, ctx } = await pianoFoundation(school);
    const other = await aHybridCourse(school, {
      term,
      teacher: course.teacher,
      room: course.room,
      startTime: "18:00",
    });
    const family = await aFamily(school);
    const enrolment = await anEnrolment(other, family.students[0]);
    const booking = await aBooking(enrolment, {
      week: 4,
      startsAt: at(school, "2026-11-02 16:15"),
    });
    const change = { basedOn: AS_IT_STANDS, courseId: course.id, plan: planOf("GGGGGGGIGI") };
    const preview = await getWeekPlanPreview(ctx, change);
    expect(preview.lostBookings).toMatchObject([{ bookingId: booking.id, courseName: other.name }]);
    await changeWeekPlan(ctx, { ...change, confirmed: preview.confirmation });
    expect(await liveGroupWeeks(course.id)).toContain(4);
  });

  it("refuses a new group lesson that would meet another fixed lesson, for admins too", async () => {
    const school = await aSchool();
    const { course, term, ctx } = await pianoFoundation(school);
    const plan: WeekPlan = planOf("GGGGGGGIGI");
    await aGroupCourse(school, { term, teacher: course.teacher, startTime: "17:30", weekday: 2 });
    const inTheWay = await aHybridCourse(school, {
      term,
      teacher: course.teacher,
      startTime: "16:30",
      plan: "---G------",
    });
    const preview = await getWeekPlanPreview(ctx, { courseId: course.id, plan });
    expect(preview.blocked).toMatchObject([{ who: "teacher", courseName: inTheWay.name }]);
    await expect(
      changeWeekPlan(ctx, { basedOn: AS_IT_STANDS, courseId: course.id, plan }),
    ).rejects.toMatchObject({
      code: "plan-clash",
    });
    expect(await storedPlan(course.id)).toBe("GGGIGGGIGI");
  });
});
