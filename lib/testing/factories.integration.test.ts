import { describe, expect, it } from "vitest";
import { anAvailability } from "./availability-factory";
import { aBooking } from "./booking-factory";
import { appQuery, emptyDatabase, ownerQuery, superuserQuery, systemQuery } from "./database";
import { aFamily, anAdmin, contextOf } from "./people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment, anIndividualCourse } from "./scheduling-factory";
import { aClosure, aSchool, at } from "./school-factory";

async function count(table: string, schoolId: string): Promise<number> {
  const { rowCount } = await superuserQuery(`SELECT 1 FROM ${table} WHERE school_id = $1`, [
    schoolId,
  ]);
  return rowCount ?? 0;
}

describe("the test database", () => {
  it("shows the app's role nothing while no school is set, and its own school then", async () => {
    const [mine, other] = [await aSchool(), await aSchool()];
    await Promise.all([aFamily(mine), aFamily(other)]);
    expect((await appQuery(null, "SELECT 1 FROM person")).rowCount).toBe(0);
    const seen = await appQuery(mine.id, "SELECT DISTINCT school_id FROM person");
    expect(seen.rows).toEqual([{ school_id: mine.id }]);
  });

  it("binds the owner of the tables too", async () => {
    await aFamily(await aSchool());
    expect((await ownerQuery("SELECT 1 FROM person")).rowCount).toBe(0);
  });

  it("keeps the bookings from the system role", async () => {
    await expect(systemQuery("SELECT 1 FROM booking")).rejects.toThrow("permission denied");
  });

  it("can be emptied for a test about all schools", async () => {
    await aFamily(await aSchool());
    await emptyDatabase();
    expect((await superuserQuery("SELECT 1 FROM school")).rowCount).toBe(0);
  });
});

describe("the factories", () => {
  it("make a hybrid course with its group lessons, none on a closed Monday", async () => {
    const school = await aSchool();
    await aClosure(school, { startsOn: "2026-10-26" });
    const course = await aHybridCourse(school, { plan: "GGGIGGGIGI" });
    expect(course.lessons.map((lesson) => lesson.week)).toEqual([1, 2, 5, 6, 7, 9]);
    expect(await count("week_plan_week", school.id)).toBe(10);
    expect(await count("lesson", school.id)).toBe(6);
    expect(await count("reservation", school.id)).toBe(12);
  });

  it("enrol a late joiner in the lessons of their dates only", async () => {
    const school = await aSchool();
    const course = await aGroupCourse(school);
    const { students } = await aFamily(school, { students: ["Mia"] });
    await anEnrolment(course, students[0], { startsOn: "2026-11-30" });
    const sql = "SELECT 1 FROM reservation WHERE school_id = $1 AND student_id = $2";
    expect((await superuserQuery(sql, [school.id, students[0].id])).rowCount).toBe(3);
  });

  it("book a lesson, and release it with its cancellation", async () => {
    const school = await aSchool();
    const course = await aHybridCourse(school);
    await anAvailability(school, course.teacher, { location: course.room.location });
    const { students } = await aFamily(school);
    const enrolment = await anEnrolment(course, students[0]);
    const startsAt = at(school, "2026-11-02 15:00");
    const before = await count("reservation", school.id);
    await aBooking(enrolment, { week: 4, startsAt, state: "CANCELLED" });
    expect(await count("reservation", school.id)).toBe(before);
    await aBooking(enrolment, { week: 4, startsAt });
    expect(await count("reservation", school.id)).toBe(before + 3);
  });

  it("leave double bookings to the database, which refuses them", async () => {
    const school = await aSchool();
    const course = await aHybridCourse(school);
    const { students } = await aFamily(school, { students: ["Mia", "Leo"] });
    const wanted = { week: 4, startsAt: at(school, "2026-11-02 15:00") };
    await aBooking(await anEnrolment(course, students[0]), wanted);
    const rival = await anEnrolment(course, (await aFamily(school)).students[0]);
    await expect(aBooking(rival, wanted)).rejects.toThrow("reservation_no_overlap");
  });

  it("make a course of one student, and a context for whoever acts", async () => {
    const school = await aSchool({ timeZone: "Pacific/Auckland", currency: "NZD" });
    const course = await anIndividualCourse(school);
    expect(course.lessons).toHaveLength(10);
    const ctx = contextOf(school, await anAdmin(school));
    expect(ctx.actor).toMatchObject({ kind: "member", roles: ["ADMIN"] });
    expect(ctx.school.currency).toBe("NZD");
  });
});
