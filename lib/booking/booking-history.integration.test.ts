import fc from "fast-check";
import { expect, it } from "vitest";
import { newId, type BookingId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { anAvailability } from "@/lib/testing/availability-factory";
import { contextOf } from "@/lib/testing/people-factory";
import { randomSeed } from "@/lib/testing/random-seed";
import { aRush, liveBookings, overlaps, type Rush } from "@/lib/testing/rush-factory";
import { aHybridCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW } from "@/lib/testing/school-factory";
import { asInstant, HOUR_MS, plusHours, type Instant } from "@/lib/time/instant";
import { bookLessons } from "./book-lessons";
import { cancelBooking } from "./cancel-booking";
import { moveBooking } from "./move-booking";

const RUNS = 40;
const FAMILIES = 3;
const WEEKS = [1, 2];
/** Two starts on Monday and one on Tuesday, in week 1 from 12 October on. */
const DAYS = ["12 09:00", "12 09:45", "13 09:00"];
const STARTS = 2 * DAYS.length;
const NOTICE_MS = 24 * HOUR_MS;

/** What a family may know: when it is, and who has which start in which week. */
type Model = { now: Instant; closesAt: Instant; held: Map<string, number> };
type Real = Rush & { ids: Map<string, BookingId> };

const keyOf = (family: number, week: number) => `${family}/${week}`;
const weekOf = (start: number) => (start < DAYS.length ? 1 : 2);

function startAt({ school }: Real, start: number): Instant {
  const first = at(school, `2026-10-${DAYS[start % DAYS.length]}`);
  return plusHours(first, start < DAYS.length ? 0 : 7 * 24);
}

function isTaken(model: Model, start: number, except?: string): boolean {
  return [...model.held].some(([key, held]) => held === start && key !== except);
}

function familyOf({ school, families }: Real, model: Model, index: number) {
  const family = families[index];
  if (family === undefined) throw new Error("no such family");
  return { ctx: contextOf(school, family.guardian, { now: model.now }), ...family.enrolment };
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly family: number,
    readonly week: number,
    readonly start: number,
  ) {}
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const expected = this.expected(model, real);
    const came = await this.act(model, real).catch((error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    });
    expect(came, this.toString()).toBe(expected);
    const starts = (await liveBookings(real.school)).map(({ startsAt }) => startsAt).sort();
    const held = [...model.held.values()].map((start) => startAt(real, start));
    expect(starts).toEqual(held.sort().map((start) => new Date(start).toISOString()));
    expect(await overlaps(real.school)).toBe(0);
  }
  get key(): string {
    return keyOf(this.family, this.week);
  }
  toString(): string {
    return `${this.constructor.name}(family ${this.family}, week ${this.week}, start ${this.start})`;
  }
  /** What the model says, which it then remembers. */
  abstract expected(model: Model, real: Real): string;
  abstract act(model: Model, real: Real): Promise<string>;
}

class Book extends Step {
  expected(model: Model, real: Real): string {
    if (model.now >= model.closesAt) return "window-closed";
    if (model.held.has(this.key)) return "week-already-booked";
    if (weekOf(this.start) !== this.week) return "outside-week";
    if (startAt(real, this.start) - model.now < NOTICE_MS) return "inside-notice-period";
    if (isTaken(model, this.start)) return "slot-taken";
    model.held.set(this.key, this.start);
    return "done";
  }
  async act(model: Model, real: Real): Promise<string> {
    const { ctx, id } = familyOf(real, model, this.family);
    const lessons = [{ week: this.week, startsAt: startAt(real, this.start) }];
    const input = { enrolmentId: id, lessons, requestKey: newId() };
    const first = await bookLessons(ctx, input);
    const again = await bookLessons(ctx, input);
    expect(again).toEqual({ bookingIds: first.bookingIds, repeated: true });
    real.ids.set(this.key, first.bookingIds[0] as BookingId);
    return "done";
  }
}

class Move extends Step {
  override check(model: Readonly<Model>): boolean {
    return model.held.has(this.key);
  }
  expected(model: Model, real: Real): string {
    const from = model.held.get(this.key) ?? 0;
    if (from === this.start) return "done";
    if (startAt(real, from) - model.now < NOTICE_MS) return "inside-notice-period";
    if (weekOf(this.start) !== this.week) return "outside-week";
    if (startAt(real, this.start) - model.now < NOTICE_MS) return "new-start-inside-notice-period";
    if (isTaken(model, this.start, this.key)) return "slot-taken";
    model.held.set(this.key, this.start);
    return "done";
  }
  async act(model: Model, real: Real): Promise<string> {
    const { ctx } = familyOf(real, model, this.family);
    const bookingId = real.ids.get(this.key) as BookingId;
    const startsAt = startAt(real, this.start);
    await moveBooking(ctx, { shown: "as-it-is", bookingId, startsAt, requestKey: newId() });
    return "done";
  }
}

class Cancel extends Step {
  override check(model: Readonly<Model>): boolean {
    return model.held.has(this.key);
  }
  expected(model: Model, real: Real): string {
    const from = model.held.get(this.key) ?? 0;
    if (startAt(real, from) - model.now < NOTICE_MS) return "inside-notice-period";
    model.held.delete(this.key);
    return "done";
  }
  async act(model: Model, real: Real): Promise<string> {
    const { ctx } = familyOf(real, model, this.family);
    const bookingId = real.ids.get(this.key) as BookingId;
    await cancelBooking(ctx, { shown: "as-it-is", bookingId, requestKey: newId() });
    const again = cancelBooking(ctx, { shown: "as-it-is", bookingId, requestKey: newId() });
    await expect(again).rejects.toMatchObject({ code: "not-confirmed" });
    return "done";
  }
}

/** Lets time go by until the last moment to cancel a start, or one millisecond beside it. */
class Wait implements fc.AsyncCommand<Model, Real> {
  constructor(
    readonly start: number,
    readonly beside: -1 | 0 | 1,
  ) {}
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const moment = startAt(real, this.start) - NOTICE_MS + this.beside;
    if (moment > model.now) model.now = asInstant(moment);
  }
  toString(): string {
    return `Wait(notice of start ${this.start}, ${this.beside} ms)`;
  }
}

async function aWorld(): Promise<{ model: Model; real: Real }> {
  const school = await aSchool();
  const closesAt = at(school, "2026-10-14 12:00");
  const course = await aHybridCourse(school, { plan: "IIGGGGGGGG", windowClosesAt: closesAt });
  for (const [weekday, to] of [
    [1, "10:30"],
    [2, "09:45"],
  ] as const) {
    const location = course.room.location;
    await anAvailability(school, course.teacher, { location, weekday, from: "09:00", to });
  }
  const rush = await aRush({ school, course, families: FAMILIES, hours: "as they are" });
  const now = asInstant(TEST_NOW + 4 * 24 * HOUR_MS);
  return { model: { now, closesAt, held: new Map() }, real: { ...rush, ids: new Map() } };
}

const family = fc.integer({ min: 0, max: FAMILIES - 1 });
const start = fc.integer({ min: 0, max: STARTS - 1 });
/** Mostly a start of the very week, sometimes one of the other. */
const place = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(family, start).map(([who, at]) => [who, weekOf(at), at] as const),
  },
  { weight: 1, arbitrary: fc.tuple(family, fc.constantFrom(...WEEKS), start) },
);
const steps = [
  place.map(([who, week, at]) => new Book(who, week, at)),
  place.map(([who, week, at]) => new Book(who, week, at)),
  place.map(([who, week, at]) => new Move(who, week, at)),
  place.map(([who, week, at]) => new Move(who, week, at)),
  place.map(([who, week, at]) => new Cancel(who, week, at)),
  fc
    .tuple(start, fc.constantFrom(-1 as const, 0 as const, 1 as const))
    .map(([at, beside]) => new Wait(at, beside)),
];

it("any history of bookings, moves, cancellations and time going by ends as the rules say", async () => {
  const seed = randomSeed("booking histories");
  const histories = fc.commands(steps, { maxCommands: 30, size: "max" });
  await fc.assert(
    fc.asyncProperty(histories, async (commands) => fc.asyncModelRun(aWorld, commands)),
    { seed, numRuns: RUNS, interruptAfterTimeLimit: 90_000 },
  );
}, 120_000);
