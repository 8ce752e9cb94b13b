import { beforeEach, describe, expect, it } from "vitest";
import { cancelBooking } from "@/lib/booking/cancel-booking";
import { bookLessons } from "@/lib/booking/book-lessons";
import { listBookings } from "@/lib/booking/list-bookings";
import { listFamilyEnrolments } from "@/lib/booking/list-family-enrolments";
import type { SchoolContext } from "@/lib/school-context";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aMember,
  aStudent,
  contextOf,
  type TestFamily,
  type TestMember,
} from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { callsIn, parsed } from "@/lib/testing/isolation/source-doors";
import { asInstant } from "@/lib/time/instant";
import { contextFor } from "./context-for";

let school: TestSchool;
let course: TestCourse;
let family: TestFamily;
let both: TestMember;

beforeEach(async () => {
  school = await aSchool();
  course = await aHybridCourse(school, { windowClosesAt: asInstant(TEST_NOW - 1) });
  await anAvailability(school, course.teacher, { location: course.room.location });
  family = await aFamily(school);
  both = await aMember(school, { roles: ["ADMIN", "PARENT"] });
  const guardian = [school.id, family.id, both.personId];
  await superuserQuery("INSERT INTO guardian VALUES ($1, $2, $3, 'OTHER')", guardian);
});

function atHome(): SchoolContext {
  const ctx = contextFor(contextOf(school, both), "family:area");
  if (ctx === null) throw new Error("no way into the family area");
  return ctx;
}

describe("an admin who is also a parent", () => {
  it("sees their own children in the family area and nobody else's, all of them at work", async () => {
    const own = await anEnrolment(course, family.students[0]);
    await anEnrolment(course, (await aFamily(school)).students[0]);
    expect((await listFamilyEnrolments(atHome())).map(({ id }) => id)).toEqual([own.id]);
    expect(await listFamilyEnrolments(contextOf(school, both))).toHaveLength(2);
  });

  it("books there inside the window like every family", async () => {
    const { id: enrolmentId } = await anEnrolment(course, family.students[0]);
    const lessons = [{ week: 4, startsAt: at(school, "2026-11-02 16:00") }];
    const booking = { enrolmentId, lessons, requestKey: null };
    await expect(bookLessons(atHome(), booking)).rejects.toMatchObject({ code: "window-closed" });
    await expect(bookLessons(contextOf(school, both), booking)).resolves.toBeTruthy();
  });

  it("cancels there as the family, not as the school", async () => {
    const enrolment = await anEnrolment(course, family.students[0]);
    const startsAt = at(school, "2026-11-02 16:00");
    const { id } = await aBooking(enrolment, { week: 4, startsAt });
    await cancelBooking(atHome(), { shown: "as-it-is", bookingId: id, requestKey: null });
    const sql = "SELECT cancel_reason FROM booking WHERE id = $1";
    expect((await superuserQuery(sql, [id])).rows).toEqual([{ cancel_reason: "FAMILY" }]);
  });
});

describe("an area of the school", () => {
  it.each([
    [["ADMIN", "TEACHER", "PARENT", "STUDENT"], "family:area", ["PARENT"]],
    [["ADMIN", "PARENT", "STUDENT"], "student:area", ["STUDENT"]],
    [["ADMIN", "PARENT"], "booking:write", ["ADMIN", "PARENT"]],
    [["ADMIN", "TEACHER"], "family:area", null],
  ] as const)("makes of %j for %s: %j", (roles, permission, acting) => {
    const ctx = contextFor(contextOf(school, { ...both, roles }), permission);
    expect(ctx && ctx.actor.kind === "member" ? ctx.actor.roles : ctx).toEqual(acting);
  });

  it("of the family is asked for by every page, route and action in it, and nothing wider", () => {
    const doors = parsed("app/[[]school]/family/**/{page.tsx,route.ts,actions.ts}");
    expect(doors.length).toBeGreaterThan(14);
    for (const door of doors) {
      const guards = callsIn(door).filter((name) => /^(?:requireMember|schoolAction)$/.test(name));
      const permissions = door.text.match(/"[a-z]+:[a-z]+"|(?<=, )"member"(?=\))/g) ?? [];
      expect(permissions, door.fileName).toEqual(guards.map(() => '"family:area"'));
    }
  });
});

describe("a guardian of one family who learns in another", () => {
  it("is shown the children's bookings and their own, and changes only the children's", async () => {
    const other = await aFamily(school);
    const learner = await aStudent(school, other, "Uma");
    const own = await anEnrolment(course, learner);
    const child = await anEnrolment(course, family.students[0]);
    const first = await aBooking(own, { week: 4, startsAt: at(school, "2026-11-02 16:00") });
    const second = await aBooking(child, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
    const guardian = [school.id, family.id, learner.personId];
    await superuserQuery("INSERT INTO guardian VALUES ($1, $2, $3, 'OTHER')", guardian);
    const ctx = contextOf(school, { ...both, ...learner, roles: ["PARENT", "STUDENT"] });
    const shown = await listBookings(ctx, { limit: 10 });
    expect(JSON.stringify(shown)).toContain(first.id);
    expect(JSON.stringify(shown)).toContain(second.id);
    await expect(
      cancelBooking(ctx, { shown: "as-it-is", bookingId: first.id, requestKey: null }),
    ).rejects.toMatchObject({ name: "NotFound" });
  });
});
