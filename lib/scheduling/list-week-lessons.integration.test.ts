import { describe, expect, it } from "vitest";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamily, anAdmin, aTeacher, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aClosure, aLocation, aRoom, aSchool, at } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { listStudentWeek, listWeekLessons } from "./list-week-lessons";
import type { WeekCalendar } from "./week-calendar";

const WEEK_4 = asDay("2026-11-02");

async function aBusySchool() {
  const school = await aSchool();
  const newtown = await aLocation(school, { name: "Newtown" });
  const room = await aRoom(school, { location: newtown, name: "Piano Room" });
  const piano = await aHybridCourse(school, { name: "Piano", room, plan: "GGGIGGGIGI" });
  const guitar = await aGroupCourse(school, { name: "Guitar", weekday: 3, startTime: "17:00" });
  const { students } = await aFamily(school, { students: ["Mia", "Leo"] });
  const [mia, leo] = students;
  if (!mia || !leo) throw new Error("two students were asked for");
  const enrolment = await anEnrolment(piano, mia);
  await anEnrolment(piano, leo);
  await anEnrolment(guitar, leo);
  await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-05 15:15") });
  return { school, newtown, piano, guitar, mia, leo };
}

function summary(week: WeekCalendar) {
  return week.days.flatMap(({ day, entries }) =>
    entries.map(({ courseName, kind, placeholder, students }) => {
      const what = placeholder ? `${placeholder.booked} of ${placeholder.owed}` : students.join();
      return `${day} ${courseName} ${kind}: ${what}`;
    }),
  );
}

describe("the week of the school", () => {
  it("shows group lessons with their roster, placeholders with what is booked, booked lessons", async () => {
    const { school, mia, leo } = await aBusySchool();
    const ctx = contextOf(school, await anAdmin(school));
    const week = await listWeekLessons(ctx, { from: WEEK_4 });
    expect(week.term?.week).toBe(4);
    expect(summary(week)).toEqual([
      "2026-11-02 Piano hybrid-individual: 1 of 2",
      `2026-11-04 Guitar group: Leo ${leo.familyName}`,
      `2026-11-05 Piano hybrid-individual: Mia ${mia.familyName}`,
    ]);
    expect(week.days[0]?.entries[0]).toMatchObject({ startMinute: 960, room: "Piano Room" });
  });

  it("is narrowed to a teacher or to a location", async () => {
    const { school, guitar, newtown } = await aBusySchool();
    const ctx = contextOf(school, await aTeacher(school));
    const own = await listWeekLessons(ctx, { from: WEEK_4, teacherId: guitar.teacher.id });
    expect(summary(own)).toHaveLength(1);
    const there = await listWeekLessons(ctx, { from: WEEK_4, locationId: newtown.id });
    expect(there.days.flatMap((day) => day.entries.map((entry) => entry.location))).toEqual([
      "Newtown",
      "Newtown",
    ]);
  });

  it("owes nothing for an enrolment that has not begun, and shows closures", async () => {
    const { school, piano } = await aBusySchool();
    const { students } = await aFamily(school, { students: ["Ada"] });
    await anEnrolment(piano, students[0], { startsOn: "2026-11-03" });
    await aClosure(school, { startsOn: "2026-12-14", name: "Holiday" });
    const ctx = contextOf(school, await anAdmin(school));
    const week4 = await listWeekLessons(ctx, { from: WEEK_4 });
    expect(summary(week4)[0]).toContain("1 of 2");
    const week8 = await listWeekLessons(ctx, { from: asDay("2026-11-30") });
    expect(summary(week8)[0]).toContain("0 of 3");
    const week10 = await listWeekLessons(ctx, { from: asDay("2026-12-14") });
    expect(week10.days[0]).toMatchObject({ closures: [{ name: "Holiday" }], entries: [] });
  });

  it("is empty for another school", async () => {
    await aBusySchool();
    const other = await aSchool();
    const ctx = contextOf(other, await anAdmin(other));
    expect(summary(await listWeekLessons(ctx, { from: WEEK_4 }))).toEqual([]);
  });
});

describe("a student's week", () => {
  it("shows their own lessons and no other student's name", async () => {
    const { school, mia, leo } = await aBusySchool();
    const asStudent = (person: typeof mia) =>
      contextOf(school, {
        ...person,
        userId: person.personId as never,
        email: "",
        roles: ["STUDENT"],
      });
    expect(summary(await listStudentWeek(asStudent(mia), WEEK_4))).toEqual([
      "2026-11-02 Piano hybrid-individual: 1 of 1",
      `2026-11-05 Piano hybrid-individual: Mia ${mia.familyName}`,
    ]);
    const group = await listStudentWeek(asStudent(leo), asDay("2026-10-12"));
    expect(summary(group)).toEqual([
      `2026-10-12 Piano hybrid-group: Leo ${leo.familyName}`,
      `2026-10-14 Guitar group: Leo ${leo.familyName}`,
    ]);
  });
});
