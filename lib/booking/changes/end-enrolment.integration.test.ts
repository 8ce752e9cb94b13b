import { beforeEach, describe, expect, it } from "vitest";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import type { SchoolContext } from "@/lib/school-context";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, type TestSchool } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { endEnrolment } from "./end-enrolment";
import { getEnrolment } from "../get-enrolment";

let school: TestSchool;
let ctx: SchoolContext;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
});

/** The starts for which a student is reserved, as days. */
async function daysOf({ student }: TestEnrolment): Promise<string[]> {
  const { rows } = await superuserQuery(
    `SELECT to_char(starts_at AT TIME ZONE 'Australia/Sydney', 'MM-DD') AS day
       FROM reservation WHERE student_id = $1 ORDER BY starts_at`,
    [student.id],
  );
  return rows.map(({ day }) => String(day));
}

async function end(enrolment: TestEnrolment, day: string): Promise<number> {
  const ending = { enrolmentId: enrolment.id, endsOn: asDay(day) };
  const { losses } = await getEnrolment(ctx, ending);
  await endEnrolment(ctx, { ...ending, confirmed: losses?.confirmation ?? null });
  return losses?.lostBookings.length ?? 0;
}

describe("ending an enrolment", () => {
  it("leaves the student's next enrolment in the same course as it is, booked lessons too", async () => {
    const course = await aHybridCourse(school);
    const { students } = await aFamily(school, { students: ["Mia"] });
    const first = await anEnrolment(course, students[0], { endsOn: "2026-11-29" });
    const next = { id: "", course, student: students[0] };
    next.id = await enrolStudent(ctx, {
      courseId: course.id,
      studentId: students[0].id,
      startsOn: asDay("2026-11-30"),
    });
    await aBooking(next as TestEnrolment, { week: 10, startsAt: at(school, "2026-12-14 17:00") });
    expect(await daysOf(first)).toEqual([
      ...["10-12", "10-19", "10-26", "11-09", "11-16", "11-23"],
      ...["12-07", "12-14"],
    ]);

    await end(first, "2026-11-15");
    expect(await daysOf(first)).toEqual(["10-12", "10-19", "10-26", "11-09", "12-07", "12-14"]);
    await end(first, "2026-11-15");
    expect(await daysOf(first)).toEqual(["10-12", "10-19", "10-26", "11-09", "12-07", "12-14"]);
  });

  it("lists and cancels a lesson that is held before the end for a week that is no longer owed", async () => {
    const course = await aHybridCourse(school, { weekday: 5 });
    const { students } = await aFamily(school, { students: ["Mia"] });
    const mia = await anEnrolment(course, students[0]);
    await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-03 17:00") });
    await aBooking(mia, { week: 8, startsAt: at(school, "2026-12-01 17:00") });

    expect(await end(mia, "2026-12-02")).toBe(1);
    const { rows } = await superuserQuery(
      "SELECT week, state::text FROM booking WHERE enrolment_id = $1 ORDER BY week",
      [mia.id],
    );
    expect(rows).toEqual([
      { week: 4, state: "CONFIRMED" },
      { week: 8, state: "CANCELLED" },
    ]);
  });
});
