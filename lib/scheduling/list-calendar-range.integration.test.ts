import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { aBooking } from "@/lib/testing/booking-factory";
import {
  aFamily,
  anAdmin,
  contextOf,
  type TestMember,
  type TestStudent,
} from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aClosure, aLocation, aRoom, aSchool, aTerm, at } from "@/lib/testing/school-factory";
import { addDays, asDay } from "@/lib/time/day";
import { asTimeZone, dayAt, wallTimeAt } from "@/lib/time/zone";
import type { CalendarOwner } from "./calendar-reach";
import type { CalendarRange } from "./calendar-range";
import { listCalendarRange, type CalendarQuery } from "./list-calendar-range";

const SYDNEY = asTimeZone("Australia/Sydney");
const week = (monday: string) => ({ from: asDay(monday), until: addDays(asDay(monday), 7) });
const WEEK_4 = week("2026-11-02");

async function aBusySchool() {
  const school = await aSchool();
  const newtown = await aLocation(school, { name: "Newtown" });
  const room = await aRoom(school, { location: newtown, name: "Piano Room" });
  const term = await aTerm(school, { name: "Term 4" });
  const piano = await aHybridCourse(school, { name: "Piano", room, term, plan: "GGGIGGGIGI" });
  const wednesdays = { weekday: 3, startTime: "17:00" } as const;
  const guitar = await aGroupCourse(school, { name: "Guitar", term, ...wednesdays });
  const family = await aFamily(school, { students: ["Mia", "Leo"] });
  const [mia, leo] = family.students;
  if (!leo) throw new Error("two students were asked for");
  const other = await aFamily(school, { students: ["Zoe"] });
  const enrolment = await anEnrolment(piano, mia);
  await anEnrolment(piano, leo);
  await anEnrolment(guitar, leo);
  await anEnrolment(guitar, other.students[0]);
  await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-05 15:15") });
  const admin = contextOf(school, await anAdmin(school));
  const parent = contextOf(school, family.guardian);
  return { school, newtown, room, piano, guitar, mia, leo, family, other, admin, parent };
}

function asStudent(student: TestStudent): TestMember {
  return { ...student, userId: student.personId as never, email: "", roles: ["STUDENT"] };
}

function summary(range: CalendarRange): string[] {
  return range.entries.map(({ startsAt, courseId, kind, placeholder, students, names }) => {
    const course = range.courses.find(({ id }) => id === courseId)?.name;
    const who = placeholder ? `${placeholder.booked} of ${placeholder.owed}` : students;
    const when = `${dayAt(startsAt, SYDNEY)} ${wallTimeAt(startsAt, SYDNEY)}`;
    return [`${when} ${course} ${kind}: ${who}`, ...names].join(" ");
  });
}

describe("the school's calendar", () => {
  it("shows group lessons, placeholders with what is booked, and booked lessons with whose they are", async () => {
    const { admin, mia, room } = await aBusySchool();
    const range = await listCalendarRange(admin, WEEK_4);
    expect(range.weeks).toEqual([{ from: "2026-11-02", term: "Term 4", week: 4 }]);
    expect(summary(range)).toEqual([
      "2026-11-02 16:00 Piano hybrid-individual: 1 of 2",
      "2026-11-04 17:00 Guitar group: 2",
      `2026-11-05 15:15 Piano hybrid-individual: 1 Mia ${mia.familyName}`,
    ]);
    expect(range.entries[0]).toMatchObject({ roomId: room.id, students: 0 });
    expect(range.rooms).toContainEqual({ id: room.id, name: "Piano Room" });
  });

  it("names everybody in a lesson when that is asked for", async () => {
    const { admin, leo, other } = await aBusySchool();
    const { entries } = await listCalendarRange(admin, { ...WEEK_4, allNames: true });
    const zoe = other.students[0];
    expect(entries[1]?.names).toEqual([`Leo ${leo.familyName}`, `Zoe ${zoe.familyName}`]);
  });

  it("names a band by its own roster or by their number, whoever has a lesson alone that week", async () => {
    const { school, admin, leo, mia } = await aBusySchool();
    const band = await aGroupCourse(school, { name: "Band", weekday: 6 });
    for (const student of [leo, mia]) await anEnrolment(band, student);
    const line = (lines: string[]) => lines.find((each) => each.includes(" Band "));
    const some = summary(await listCalendarRange(admin, WEEK_4));
    expect(line(some)).toBe("2026-11-07 16:00 Band group: 2");
    const all = summary(await listCalendarRange(admin, { ...WEEK_4, allNames: true }));
    expect(line(all)).toBe(
      `2026-11-07 16:00 Band group: 2 Leo ${leo.familyName} Mia ${mia.familyName}`,
    );
  });

  it("shows a location's closure to the families and teachers who have a course there", async () => {
    const { school, parent, other, admin, newtown, piano, guitar } = await aBusySchool();
    await aClosure(school, { startsOn: "2026-11-04", name: "Holiday" });
    await aClosure(school, { startsOn: "2026-11-02", name: "Flood", location: newtown });
    const closed = async (ctx: SchoolContext, owner: CalendarOwner) =>
      (await listCalendarRange(ctx, { ...WEEK_4, owner })).closures.map(({ name }) => name);
    expect(await closed(admin, "school")).toEqual(["Flood", "Holiday"]);
    expect(await closed(parent, "family")).toEqual(["Flood", "Holiday"]);
    expect(await closed(contextOf(school, other.guardian), "family")).toEqual(["Holiday"]);
    expect(await closed(contextOf(school, piano.teacher), "teacher")).toEqual(["Flood", "Holiday"]);
    expect(await closed(contextOf(school, guitar.teacher), "teacher")).toEqual(["Holiday"]);
  });

  it("shows several weeks at once, across the change of the clocks", async () => {
    const { school } = await aBusySchool();
    const term = await aTerm(school, { startsOn: "2027-03-15", weeks: 5 });
    const drums = await aHybridCourse(school, { name: "Drums", term, plan: "GIGIG" });
    const { students } = await aFamily(school);
    await anEnrolment(drums, students[0]);
    const ctx = contextOf(school, await anAdmin(school));
    const six = { from: asDay("2027-03-15"), until: asDay("2027-04-26") };
    const found = summary(await listCalendarRange(ctx, { ...six, courseId: drums.id }));
    expect(found).toHaveLength(5);
    for (const line of found) expect(line).toContain("16:00");
    expect(
      found.filter((line) => line.includes("0 of 1")).map((line) => line.slice(0, 10)),
    ).toEqual(["2027-03-22", "2027-04-05"]);
  });

  it("is narrowed to a teacher, room, location, course or kind, or to what a teacher teaches", async () => {
    const { school, admin, guitar, newtown, room, piano } = await aBusySchool();
    const coursesOf = async (query: Partial<CalendarQuery>, ctx = admin) => {
      const range = await listCalendarRange(ctx, { ...WEEK_4, ...query });
      return summary(range).map((line) => line.split(" ")[2]);
    };
    expect(await coursesOf({ teacherId: guitar.teacher.id })).toEqual(["Guitar"]);
    expect(await coursesOf({ roomId: room.id })).toEqual(["Piano", "Piano"]);
    expect(await coursesOf({ locationId: newtown.id })).toEqual(["Piano", "Piano"]);
    expect(await coursesOf({ courseId: piano.id })).toEqual(["Piano", "Piano"]);
    expect(await coursesOf({ kinds: ["group"] })).toEqual(["Guitar"]);
    expect(await coursesOf({ roomId: room.id, teacherId: guitar.teacher.id })).toEqual([]);
    const teacher = contextOf(school, guitar.teacher);
    expect(await coursesOf({ owner: "teacher" }, teacher)).toEqual(["Guitar"]);
    expect(await coursesOf({}, teacher)).toHaveLength(3);
  });

  it("is narrowed to one student of the school, and to nothing by somebody who is none", async () => {
    const { admin, leo } = await aBusySchool();
    const of = ({ id }: TestStudent) => listCalendarRange(admin, { ...WEEK_4, studentId: id });
    expect(summary(await of(leo))).toEqual([
      "2026-11-02 16:00 Piano hybrid-individual: 0 of 1",
      "2026-11-04 17:00 Guitar group: 2",
    ]);
    expect(summary(await of((await aFamily(await aSchool())).students[0]))).toEqual([]);
  });

  it("owes nothing for an enrolment that has not begun, and shows closures", async () => {
    const { school, piano, newtown, admin } = await aBusySchool();
    const { students } = await aFamily(school, { students: ["Ada"] });
    await anEnrolment(piano, students[0], { startsOn: "2026-11-03" });
    await aClosure(school, { startsOn: "2026-12-14", name: "Holiday" });
    await aClosure(school, { startsOn: "2026-12-15", name: "Flood", location: newtown });
    expect(summary(await listCalendarRange(admin, WEEK_4))[0]).toContain("1 of 2");
    const week8 = await listCalendarRange(admin, week("2026-11-30"));
    expect(summary(week8)[0]).toContain("0 of 3");
    const week10 = await listCalendarRange(admin, week("2026-12-14"));
    expect(week10.closures).toMatchObject([{ name: "Holiday", location: null }, { name: "Flood" }]);
    expect(summary(week10).join()).not.toContain("2026-12-14");
    const elsewhere = { ...week("2026-12-14"), locationId: piano.room.location.id };
    const other = await aLocation(school);
    const there = await listCalendarRange(admin, { ...elsewhere, locationId: other.id });
    expect(there.closures.map(({ name }) => name)).toEqual(["Holiday"]);
  });

  it("is one of at least a day and at most six weeks", async () => {
    const { admin } = await aBusySchool();
    const { from } = WEEK_4;
    for (const until of [from, addDays(from, -1), addDays(from, 43)]) {
      await expect(listCalendarRange(admin, { from, until })).rejects.toThrow(RangeError);
    }
    await expect(
      listCalendarRange(admin, { from, until: addDays(from, 42) }),
    ).resolves.toBeTruthy();
  });

  it("is empty for another school, also when it is narrowed to things of this one", async () => {
    const { guitar } = await aBusySchool();
    const other = await aSchool();
    const ctx = contextOf(other, await anAdmin(other));
    expect((await listCalendarRange(ctx, WEEK_4)).entries).toEqual([]);
    const foreign = { ...WEEK_4, teacherId: guitar.teacher.id, courseId: guitar.id };
    expect((await listCalendarRange(ctx, foreign)).entries).toEqual([]);
  });
});

describe("a family's calendar", () => {
  it("shows all children together by their first names, and nobody else", async () => {
    const { parent, mia, leo } = await aBusySchool();
    const range = await listCalendarRange(parent, { ...WEEK_4, owner: "family" });
    expect(summary(range)).toEqual([
      "2026-11-02 16:00 Piano hybrid-individual: 1 of 2",
      "2026-11-04 17:00 Guitar group: 1 Leo",
      "2026-11-05 15:15 Piano hybrid-individual: 1 Mia",
    ]);
    expect(range.students).toEqual([
      { id: leo.id, name: "Leo" },
      { id: mia.id, name: "Mia" },
    ]);
  });

  it("is narrowed to one child, and to nothing by somebody else's", async () => {
    const { parent, mia, other } = await aBusySchool();
    const ofMia = await listCalendarRange(parent, { ...WEEK_4, studentId: mia.id });
    expect(summary(ofMia)).toEqual([
      "2026-11-02 16:00 Piano hybrid-individual: 1 of 1",
      "2026-11-05 15:15 Piano hybrid-individual: 1 Mia",
    ]);
    const ofZoe = { ...WEEK_4, studentId: other.students[0].id };
    expect((await listCalendarRange(parent, ofZoe)).entries).toEqual([]);
  });

  it("of a family without lessons names no teacher, room or course of the school", async () => {
    const { school } = await aBusySchool();
    const { guardian } = await aFamily(school);
    const ctx = contextOf(school, guardian);
    const range = await listCalendarRange(ctx, { ...WEEK_4, owner: "family" });
    expect([range.entries, range.teachers, range.rooms, range.courses]).toEqual([[], [], [], []]);
  });

  it("is the child's own for a student, and no wider than a role allows", async () => {
    const { school, parent, mia, guitar, admin } = await aBusySchool();
    const student = contextOf(school, asStudent(mia));
    expect(summary(await listCalendarRange(student, WEEK_4))).toHaveLength(2);
    for (const owner of ["school", "teacher", "family"] as const) {
      await expect(listCalendarRange(student, { ...WEEK_4, owner })).rejects.toThrow(NotFound);
    }
    await expect(listCalendarRange(parent, { ...WEEK_4, owner: "school" })).rejects.toThrow(
      NotFound,
    );
    const teacher = contextOf(school, guitar.teacher);
    await expect(listCalendarRange(teacher, { ...WEEK_4, owner: "family" })).rejects.toThrow(
      NotFound,
    );
    await expect(listCalendarRange(admin, { ...WEEK_4, owner: "teacher" })).rejects.toThrow(
      NotFound,
    );
  });

  it("of a teacher who is a parent is the children's there and the school's elsewhere", async () => {
    const { school, family, guitar } = await aBusySchool();
    const both = { ...family.guardian, roles: ["TEACHER", "PARENT"] as const };
    const ctx = contextOf(school, both);
    const own = await listCalendarRange(ctx, { ...WEEK_4, owner: "family" });
    expect(summary(own).join()).not.toMatch(/Zoe|group: 2/);
    const { entries } = await listCalendarRange(ctx, { ...WEEK_4, courseId: guitar.id });
    expect(entries[0]?.students).toBe(2);
  });
});
