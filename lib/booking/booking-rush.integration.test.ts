import { beforeAll, describe, expect, it } from "vitest";
import { newId, type BookingId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import {
  aRush,
  expectOneWinner,
  liveBookings,
  outcomesOf,
  overlaps,
  startOf,
  type Outcome,
  type Rush,
  type RushFamily,
} from "@/lib/testing/rush-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aRoom, aSchool } from "@/lib/testing/school-factory";
import type { Instant } from "@/lib/time/instant";
import { bookLessons } from "./book-lessons";
import { cancelBooking } from "./cancel-booking";
import { moveBooking } from "./move-booking";

type Wish = { slot: number; week?: number; key?: string };

function book({ ctx, enrolment }: RushFamily, school: Rush["school"], wish: Wish) {
  const { slot, week = 4, key = newId() } = wish;
  const lessons = [{ week, startsAt: startOf(school, slot) }];
  return bookLessons(ctx, { enrolmentId: enrolment.id, lessons, requestKey: key });
}

async function bookedId(family: RushFamily, school: Rush["school"], slot: number) {
  const { bookingIds } = await book(family, school, { slot });
  return bookingIds[0] as BookingId;
}

function codesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.map((one) => (one.status === "booked" ? "booked" : one.code)).sort();
}

async function move(ctx: SchoolContext, bookingId: BookingId, startsAt: Instant) {
  await moveBooking(ctx, { shown: "as-it-is", bookingId, startsAt, requestKey: newId() });
  return { bookingIds: [bookingId] };
}

function cancel(ctx: SchoolContext, bookingId: BookingId) {
  return cancelBooking(ctx, { shown: "as-it-is", bookingId, requestKey: newId() });
}

describe("many families at the same moment", () => {
  let rush: Rush;
  beforeAll(async () => {
    rush = await aRush({ families: 40 });
  });

  it("one has the slot that twenty want, and the others are offered the nearest free ones", async () => {
    const { school, families } = await aRush({ families: 20 });
    const outcomes = await outcomesOf(families.map((family) => book(family, school, { slot: 7 })));
    await expectOneWinner(school, outcomes);
  });

  it("all have theirs when everybody wants a different slot", async () => {
    const { school, families } = rush;
    const outcomes = await outcomesOf(
      families.map((family, slot) => book(family, school, { slot })),
    );
    expect(codesOf(outcomes)).toEqual(families.map(() => "booked"));
    expect(await liveBookings(school)).toHaveLength(40);
    expect(await overlaps(school)).toBe(0);
  });

  it("whoever lost can have one of the offered slots", async () => {
    const { school, families } = await aRush({ families: 6 });
    await outcomesOf(families.map((family) => book(family, school, { slot: 0 })));
    const tries = families.map((family, slot) => book(family, school, { slot }));
    const codes = codesOf(await outcomesOf(tries));
    expect(codes.filter((code) => code === "booked").length).toBeGreaterThanOrEqual(4);
    expect(await overlaps(school)).toBe(0);
  });

  it("all weeks are had or none, and two families with the same wishes never share them out", async () => {
    const { school, families } = await aRush({ families: 8 });
    const weeks = [4, 5, 6].map((week) => ({
      week,
      startsAt: (startOf(school, 3) + (week - 4) * 7 * 24 * 3_600_000) as ReturnType<
        typeof startOf
      >,
    }));
    const outcomes = await outcomesOf(
      families.map(({ ctx, enrolment }) =>
        bookLessons(ctx, { enrolmentId: enrolment.id, lessons: weeks, requestKey: newId() }),
      ),
    );
    expect(codesOf(outcomes).filter((code) => code === "booked")).toHaveLength(1);
    const live = await liveBookings(school);
    expect(live).toHaveLength(3);
    expect(new Set(live.map(({ enrolmentId }) => enrolmentId)).size).toBe(1);
  });
});

describe("one family in two places", () => {
  it("two tabs with two slots of one week give one booking", async () => {
    const { school, families } = await aRush({ families: 1 });
    const [family] = families as [RushFamily];
    const outcomes = await outcomesOf([0, 1, 2, 3].map((slot) => book(family, school, { slot })));
    expect(codesOf(outcomes)).toEqual(["booked", ...Array(3).fill("week-already-booked")]);
    expect(await liveBookings(school)).toHaveLength(1);
  });

  it("the same press five times gives one booking and five times the same answer", async () => {
    const { school, families } = await aRush({ families: 1 });
    const [family] = families as [RushFamily];
    const key = newId();
    const presses = Array.from({ length: 5 }, () => book(family, school, { slot: 2, key }));
    const answers = await Promise.all(presses);
    expect(new Set(answers.map(({ bookingIds }) => bookingIds.join())).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await liveBookings(school)).toHaveLength(1);
    const { rows } = await superuserQuery("SELECT 1 FROM outbox_event WHERE school_id = $1", [
      school.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("moving and cancelling beside booking", () => {
  it("a move and a booking that want the same slot: one has it, nobody has two", async () => {
    const { school, families } = await aRush({ families: 10 });
    const [mover, ...others] = families as [RushFamily, ...RushFamily[]];
    const bookingId = await bookedId(mover, school, 0);
    const moved = move(mover.ctx, bookingId, startOf(school, 9));
    const outcomes = await outcomesOf([
      moved,
      ...others.map((family) => book(family, school, { slot: 9 })),
    ]);
    expect(codesOf(outcomes)).toEqual(["booked", ...Array(9).fill("slot-taken")]);
    const live = await liveBookings(school);
    expect(live).toHaveLength(outcomes[0]?.status === "booked" ? 1 : 2);
    expect(live.some(({ id }) => id === bookingId)).toBe(true);
    expect(await overlaps(school)).toBe(0);
  });

  it("a slot that is given back is had by exactly one of those who wait for it", async () => {
    const { school, families } = await aRush({ families: 9 });
    const [holder, ...others] = families as [RushFamily, ...RushFamily[]];
    const bookingId = await bookedId(holder, school, 4);
    const cancelled = cancel(holder.ctx, bookingId);
    const outcomes = await outcomesOf(others.map((each) => book(each, school, { slot: 4 })));
    await cancelled;
    const late = await outcomesOf(others.map((each) => book(each, school, { slot: 4 })));
    const booked = [...outcomes, ...late].filter(({ status }) => status === "booked");
    expect(booked).toHaveLength(1);
    expect(await liveBookings(school)).toHaveLength(1);
    expect(await overlaps(school)).toBe(0);
  });

  it("cancel and book again, over and over, beside rivals: never two lessons at once", async () => {
    const { school, families } = await aRush({ families: 4 });
    await Promise.all(
      families.map(async (family) => {
        for (let round = 0; round < 5; round += 1) {
          const [outcome] = await outcomesOf([book(family, school, { slot: 6 })]);
          const id = outcome?.status === "booked" ? outcome.bookingIds[0] : undefined;
          if (id === undefined) continue;
          await cancel(family.ctx, id as BookingId);
        }
      }),
    );
    expect(await liveBookings(school)).toEqual([]);
    const [last] = await outcomesOf([book(families[0] as RushFamily, school, { slot: 6 })]);
    expect(last?.status).toBe("booked");
  });

  it("two moves of one booking at once: it ends at one of the two places", async () => {
    const { school, families } = await aRush({ families: 1 });
    const [family] = families as [RushFamily];
    const bookingId = await bookedId(family, school, 0);
    const outcomes = await outcomesOf(
      [3, 5].map((slot) => move(family.ctx, bookingId, startOf(school, slot))),
    );
    const codes = codesOf(outcomes);
    expect(codes.every((code) => code === "booked" || code === "booking-changed")).toBe(true);
    expect(codes).toContain("booked");
    const live = await liveBookings(school);
    expect(live).toHaveLength(1);
    const places = [3, 5].map((slot) => new Date(startOf(school, slot)).toISOString());
    expect(places).toContain(live[0]?.startsAt);
  });

  it("two families that swap their slots at the same moment never meet in one", async () => {
    const { school, families } = await aRush({ families: 2 });
    const ids = await Promise.all(families.map((each, slot) => bookedId(each, school, slot)));
    await outcomesOf(
      families.map(({ ctx }, index) => {
        const bookingId = ids[index] as BookingId;
        const startsAt = startOf(school, 1 - index);
        return move(ctx, bookingId, startsAt);
      }),
    );
    expect(await liveBookings(school)).toHaveLength(2);
    expect(await overlaps(school)).toBe(0);
  });
});

describe("the last room", () => {
  it("goes to one of two teachers' families, and the other is told that the time is taken", async () => {
    const school = await aSchool();
    const first = await aRush({ families: 5, school });
    const shared = { room: first.course.room, term: first.course.term, capacity: 300 };
    const course = await aHybridCourse(school, { ...shared, plan: "IIIIIIIIII" });
    const second = await aRush({ families: 5, school, course });
    const outcomes = await outcomesOf(
      [...first.families, ...second.families].map((each) => book(each, school, { slot: 2 })),
    );
    await expectOneWinner(school, outcomes);
  });

  it("is not the end while another room of the location is free", async () => {
    const school = await aSchool();
    const first = await aRush({ families: 1, school });
    const { location } = first.course.room;
    await aRoom(school, { location, capacity: 2 });
    const shared = { room: first.course.room, term: first.course.term, capacity: 300 };
    const course = await aHybridCourse(school, { ...shared, plan: "IIIIIIIIII" });
    const second = await aRush({ families: 1, school, course });
    const outcomes = await outcomesOf(
      [...first.families, ...second.families].map((each) => book(each, school, { slot: 2 })),
    );
    expect(codesOf(outcomes)).toEqual(["booked", "booked"]);
    expect(await overlaps(school)).toBe(0);
  });

  it("does not hold two courses of one child apart: the child is in one place", async () => {
    const { school, course, families } = await aRush({ families: 1 });
    const [family] = families as [RushFamily];
    const other = await aHybridCourse(school, { term: course.term, plan: "IIIIIIIIII" });
    await aRush({ families: 0, school, course: other });
    const enrolment = await anEnrolment(other, family.students[0]);
    const outcomes = await outcomesOf([
      book(family, school, { slot: 2 }),
      book({ ...family, enrolment }, school, { slot: 2 }),
    ]);
    expect(codesOf(outcomes)).toEqual(["booked", "student-busy"]);
    expect(await overlaps(school)).toBe(0);
  });
});
