import { beforeEach, describe, expect, it } from "vitest";
import { type BookingId, newId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, aGuardian, contextOf, type TestFamily } from "@/lib/testing/people-factory";
import { liveBookings } from "@/lib/testing/rush-factory";
import {
  aHybridCourse,
  anEnrolment,
  type HybridOptions,
  type TestCourse,
  type TestEnrolment,
} from "@/lib/testing/scheduling-factory";
import { aSchool, at, type TestSchool } from "@/lib/testing/school-factory";
import { asInstant, HOUR_MS, plusHours, type Instant } from "@/lib/time/instant";
import { bookLessons } from "./book-lessons";
import { cancelBooking } from "./cancel-booking";
import { listFamilyEnrolments } from "./list-family-enrolments";
import { listSlots } from "./slots/list-slots";
import { moveBooking } from "./move-booking";

type World = {
  school: TestSchool;
  course: TestCourse;
  family: TestFamily;
  enrolment: TestEnrolment;
  parent: SchoolContext;
};

/** "Piano Foundation 1" with a child in it; its teacher is free on Mondays from 15:00 to 19:00. */
async function aWorld(
  policy: Parameters<typeof aSchool>[0] = {},
  options: HybridOptions = {},
): Promise<World> {
  const school = await aSchool(policy);
  const course = await aHybridCourse(school, options);
  await anAvailability(school, course.teacher, { location: course.room.location });
  const family = await aFamily(school, { students: ["Mia"] });
  const enrolment = await anEnrolment(course, family.students[0]);
  return { school, course, family, enrolment, parent: contextOf(school, family.guardian) };
}

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

const MONDAYS: Record<number, string> = { 4: "2026-11-02", 8: "2026-11-30", 10: "2026-12-14" };

function start(week: number, time: string): Instant {
  return at(world.school, `${MONDAYS[week]} ${time}`);
}

async function book(ctx: SchoolContext, week: number, time: string): Promise<BookingId> {
  const lessons = [{ week, startsAt: start(week, time) }];
  const enrolmentId = world.enrolment.id;
  const { bookingIds } = await bookLessons(ctx, { enrolmentId, lessons, requestKey: newId() });
  return bookingIds[0] as BookingId;
}

function move(ctx: SchoolContext, bookingId: BookingId, startsAt: Instant) {
  return moveBooking(ctx, { shown: "as-it-is", bookingId, startsAt, requestKey: newId() });
}

function cancel(ctx: SchoolContext, bookingId: BookingId) {
  return cancelBooking(ctx, { shown: "as-it-is", bookingId, requestKey: newId() });
}

function atMoment(ctx: SchoolContext, now: number): SchoolContext {
  return { ...ctx, now: asInstant(now) };
}

const startsHeld = async () =>
  (await liveBookings(world.school)).map(({ startsAt }) => Date.parse(startsAt)).sort();

describe("a hybrid course", () => {
  it("is one course and one enrolment: group lessons at the fixed time, and lessons that families book", async () => {
    await book(world.parent, 4, "15:00");
    const { rows } = await superuserQuery(
      `SELECT l.kind, count(*)::int AS lessons, count(DISTINCT l.course_id)::int AS courses
         FROM reservation r JOIN lesson l ON l.id = r.lesson_id
        WHERE r.student_id = $1 GROUP BY 1 ORDER BY 1`,
      [world.enrolment.student.id],
    );
    expect(rows).toEqual([
      { kind: "GROUP", lessons: 7, courses: 1 },
      { kind: "INDIVIDUAL", lessons: 1, courses: 1 },
    ]);
  });
});

describe("a student in two hybrid courses", () => {
  it("has two entitlements and one calendar", async () => {
    const { school, course, enrolment, parent } = world;
    const second = await aHybridCourse(school, { term: course.term, weekday: 2 });
    await anAvailability(school, second.teacher, { location: second.room.location });
    const other = await anEnrolment(second, enrolment.student);
    await book(parent, 4, "15:00");
    world = { ...world, enrolment: other };
    await expect(book(parent, 4, "15:00")).rejects.toMatchObject({ code: "student-busy" });
    await book(parent, 4, "15:45");
    const owed = (await listFamilyEnrolments(parent)).map(({ toBook }) => toBook);
    expect(owed).toEqual([2, 2]);
  });
});

describe("the booking window", () => {
  const closesAt = plusHours(asInstant(Date.UTC(2026, 9, 5)), 48);
  const late = plusHours(closesAt, 1);

  it("binds first bookings; moving and cancelling need only the notice", async () => {
    world = await aWorld({}, { windowClosesAt: closesAt });
    const first = await book(world.parent, 4, "15:00");
    const second = await book(world.parent, 8, "15:00");
    const later = atMoment(world.parent, late);
    await expect(book(later, 10, "15:00")).rejects.toMatchObject({ code: "window-closed" });
    await move(later, first, start(4, "15:45"));
    await cancel(later, second);
    expect(await startsHeld()).toEqual([start(4, "15:45")]);
  });

  it("once closed, a cancelled lesson is not bookable again by the family", async () => {
    world = await aWorld({}, { windowClosesAt: closesAt });
    const booking = await book(world.parent, 4, "15:00");
    const later = atMoment(world.parent, late);
    await cancel(later, booking);
    await expect(book(later, 4, "15:00")).rejects.toMatchObject({ code: "window-closed" });
  });
});

describe("the notice", () => {
  it.each([
    ["24 hours unless set", {}, 24],
    ["48 hours where the school says so", { noticeHours: 48 }, 48],
  ])("is one value for booking, moving and cancelling: %s", async (_, policy, hours) => {
    world = await aWorld(policy);
    const limit = start(4, "15:00") - hours * HOUR_MS;
    const [inTime, tooLate] = [limit, limit + 1].map((now) => atMoment(world.parent, now));
    if (!inTime || !tooLate) throw new Error("two moments");
    const late = { code: "inside-notice-period" };
    await expect(book(tooLate, 4, "15:00")).rejects.toMatchObject(late);
    const booking = await book(inTime, 4, "15:00");
    await expect(move(tooLate, booking, start(4, "17:15"))).rejects.toMatchObject(late);
    await expect(cancel(tooLate, booking)).rejects.toMatchObject(late);
    await move(inTime, booking, start(4, "17:15"));
    await expect(move(tooLate, booking, start(4, "15:00"))).rejects.toMatchObject({
      code: "new-start-inside-notice-period",
    });
    await cancel(inTime, booking);
    expect(await startsHeld()).toEqual([]);
  });
});

describe("moving", () => {
  it("to another open day of the term only if the school allows it; the booking keeps the week it is owed for, for ever", async () => {
    const refused = move(world.parent, await book(world.parent, 4, "15:00"), start(8, "15:45"));
    await expect(refused).rejects.toMatchObject({ code: "outside-week" });

    world = await aWorld({ moveToOtherDays: true });
    const booking = await book(world.parent, 4, "15:00");
    const inWeek5 = at(world.school, "2026-11-09 17:15");
    await move(world.parent, booking, inWeek5);
    expect(await liveBookings(world.school)).toMatchObject([{ id: booking, week: 4 }]);
    await expect(book(world.parent, 4, "15:00")).rejects.toMatchObject({
      code: "week-already-booked",
    });
    await cancel(world.parent, booking);
    await book(world.parent, 4, "15:00");
  });

  it("never leaves more than one live booking per enrolment and owed week", async () => {
    await aBooking(world.enrolment, { week: 4, startsAt: start(4, "15:00") });
    const second = aBooking(world.enrolment, { week: 4, startsAt: start(4, "17:15") });
    await expect(second).rejects.toMatchObject({ constraint: "booking_one_live_per_week" });
  });
});

describe("cancelling inside the notice", () => {
  it("releases the time at once, opens the entitlement again, and only records the facts", async () => {
    const booking = await book(world.parent, 4, "15:00");
    const other = await aFamily(world.school);
    const rival = { enrolmentId: (await anEnrolment(world.course, other.students[0])).id, week: 4 };
    const rivalSlots = () => listSlots(contextOf(world.school, other.guardian), rival);
    const offered = async () => (await rivalSlots()).slots.map(({ time }) => time);
    expect(await offered()).not.toContain("15:00");
    const now = plusHours(world.parent.now, 5);
    await cancelBooking(atMoment(world.parent, now), {
      shown: "as-it-is",
      bookingId: booking,
      note: "Camp",
      requestKey: null,
    });
    expect(await offered()).toContain("15:00");
    await book(world.parent, 4, "15:00");
    const { rows } = await superuserQuery(
      `SELECT b.state, b.cancelled_at, b.cancelled_by_id, b.cancel_reason, b.cancel_note, l.starts_at
         FROM booking b JOIN lesson l ON l.id = b.lesson_id WHERE b.id = $1`,
      [booking],
    );
    expect(rows).toEqual([
      {
        state: "CANCELLED",
        cancelled_at: new Date(now),
        cancelled_by_id: world.family.guardian.personId,
        cancel_reason: "FAMILY",
        cancel_note: "Camp",
        starts_at: new Date(start(4, "15:00")),
      },
    ]);
  });
});

describe("every guardian with sign-in", () => {
  it("books; an emergency contact is data only, and another family's child does not exist", async () => {
    const { school, family } = world;
    const other = await aGuardian(school, { family, kind: "OTHER" });
    const emergency = await aGuardian(school, { family, kind: "EMERGENCY" });
    const stranger = (await aFamily(school)).guardian;
    await book(contextOf(school, other), 4, "15:00");
    for (const nobody of [emergency, stranger]) {
      await expect(book(contextOf(school, nobody), 8, "15:00")).rejects.toThrow(NotFound);
    }
    expect(await liveBookings(school)).toHaveLength(1);
  });
});
