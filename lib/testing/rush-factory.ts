import { expect } from "vitest";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, asDay, type Weekday } from "@/lib/time/day";
import { plusMinutes, type Instant } from "@/lib/time/instant";
import { anAvailability } from "./availability-factory";
import { superuserQuery } from "./database";
import { aFamily, contextOf, type TestFamily } from "./people-factory";
import {
  aHybridCourse,
  anEnrolment,
  type TestCourse,
  type TestEnrolment,
} from "./scheduling-factory";
import { aSchool, at, type TestSchool } from "./school-factory";

export type RushFamily = TestFamily & { ctx: SchoolContext; enrolment: TestEnrolment };
export type Rush = { school: TestSchool; course: TestCourse; families: readonly RushFamily[] };

type RushOptions = {
  families: number;
  school?: TestSchool;
  course?: TestCourse;
  plan?: string;
  /** The teacher's hours: set here, unless a former call already has. */
  hours?: "as they are";
};

/**
 * A hybrid course with a family for each place that is asked for. Its teacher is free from 9:00 to
 * 21:00 on weekdays: 16 lessons of 45 minutes a day, each room and every week alike.
 */
export async function aRush(options: RushOptions): Promise<Rush> {
  const school = options.school ?? (await aSchool());
  const plan = options.plan ?? "IIIIIIIIII";
  const course = options.course ?? (await aHybridCourse(school, { plan, capacity: 300 }));
  if (options.hours === undefined) await openWeekdays(school, course);
  const families: RushFamily[] = [];
  for (let made = 0; made < options.families; made += 1) {
    families.push(await aRushFamily(school, course));
  }
  return { school, course, families };
}

async function aRushFamily(school: TestSchool, course: TestCourse): Promise<RushFamily> {
  const family = await aFamily(school);
  const { email, personId } = family.guardian;
  await superuserQuery("UPDATE person SET email = $1 WHERE id = $2", [email, personId]);
  const enrolment = await anEnrolment(course, family.students[0]);
  return { ...family, enrolment, ctx: contextOf(school, family.guardian) };
}

async function openWeekdays(school: TestSchool, course: TestCourse): Promise<void> {
  for (const weekday of [1, 2, 3, 4, 5] satisfies Weekday[]) {
    const hours = { location: course.room.location, weekday, from: "09:00", to: "21:00" };
    await anAvailability(school, course.teacher, hours);
  }
}

/** The n-th start from week 4 on (Monday 2 November 2026): 16 a day, 80 a week. */
export function startOf(school: TestSchool, n: number): Instant {
  const day = addDays(asDay("2026-11-02"), 7 * Math.floor(n / 80) + (Math.floor(n / 16) % 5));
  return plusMinutes(at(school, `${day} 09:00`), (n % 16) * 45);
}

export function weekOf(n: number): number {
  return 4 + Math.floor(n / 80);
}

/** What came of one press. */
export type Outcome =
  | { status: "booked"; bookingIds: readonly string[] }
  | { status: "refused"; code: string; alternatives: number };

/** All at the same moment; anything but a booking or a refusal fails the test. */
export async function outcomesOf(
  presses: readonly Promise<{ bookingIds: readonly string[] }>[],
): Promise<Outcome[]> {
  return Promise.all(
    presses.map((press) =>
      press.then(
        ({ bookingIds }) => ({ status: "booked" as const, bookingIds }),
        (error: unknown) => refusedOutcome(error),
      ),
    ),
  );
}

function refusedOutcome(error: unknown): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const clashes = error.details?.["clashes"] as { alternatives: unknown[] }[] | undefined;
  const alternatives = clashes?.[0]?.alternatives.length ?? 0;
  return { status: "refused", code: error.code, alternatives };
}

/** Exactly one has the slot; each of the others was told so, with free starts to choose from. */
export async function expectOneWinner(
  school: TestSchool,
  outcomes: readonly Outcome[],
): Promise<void> {
  const refused = outcomes.filter((outcome) => outcome.status === "refused");
  expect(outcomes.length - refused.length).toBe(1);
  for (const outcome of refused) {
    expect(outcome.code).toBe("slot-taken");
    expect(outcome.alternatives).toBeGreaterThan(0);
  }
  expect(await liveBookings(school)).toHaveLength(1);
  expect(await overlaps(school)).toBe(0);
}

export type LiveBooking = { id: string; enrolmentId: string; week: number; startsAt: string };

/** The school's live bookings as the tables have them, whatever was answered. */
export async function liveBookings(school: TestSchool): Promise<LiveBooking[]> {
  const { rows } = await superuserQuery(
    `SELECT b.id, b.enrolment_id AS "enrolmentId", b.week, l.starts_at AS "startsAt"
     FROM booking b JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
     WHERE b.school_id = $1 AND b.state = 'CONFIRMED' AND l.cancelled_at IS NULL ORDER BY b.id`,
    [school.id],
  );
  return rows.map((row) => ({
    id: String(row.id),
    enrolmentId: String(row.enrolmentId),
    week: Number(row.week),
    startsAt: (row.startsAt as Date).toISOString(),
  }));
}

/** How many pairs of lessons share a teacher, room or student at some moment: counted, not trusted. */
export async function overlaps(school: TestSchool): Promise<number> {
  const { rows } = await superuserQuery(
    `SELECT count(*) AS pairs FROM reservation a JOIN reservation b
       ON b.school_id = a.school_id AND b.resource_id = a.resource_id AND b.lesson_id > a.lesson_id
       AND b.starts_at < a.ends_at AND a.starts_at < b.ends_at
     WHERE a.school_id = $1`,
    [school.id],
  );
  return Number(rows[0]?.pairs);
}
