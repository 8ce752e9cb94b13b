import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import { idOf } from "../rush-school";

/** Courses of the school of the rush: families book in the first ones, the clock strikes for the others. */
export const BOOKING_COURSES = 24;
const OPENING_COURSES = [25, 26, 27, 28] as const;
const UPCOMING_COURSES = [29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40] as const;

/** The group lesson of the term's first week, as the fill numbers them. */
const upcomingLesson = (course: number) => idOf("group-lesson", (course - 1) * 10 + 1);

/** A second guardian for three families of ten. */
export async function addSecondGuardians(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) => client.query(SECOND_GUARDIANS));
}

/** Booking windows, and reminders of group lessons, come due one after the other within `seconds`. */
export async function setTheClock(databaseUrl: string, seconds: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `DELETE FROM reservation WHERE starts_at BETWEEN now() + interval '22 hours' AND now() + interval '27 hours'`,
    );
    for (const [n, course] of OPENING_COURSES.entries()) {
      await opensIn(client, course, ((n + 1) / (OPENING_COURSES.length + 1)) * seconds);
    }
    for (const [n, course] of UPCOMING_COURSES.entries()) {
      await beginsInADayAnd(client, course, ((n + 1) / (UPCOMING_COURSES.length + 1)) * seconds);
    }
  });
}

const SECOND_GUARDIANS = `
  WITH second AS (
    INSERT INTO person (school_id, id, given_name, family_name, email)
    SELECT g.school_id, uuidv7(), 'Second' || p.given_name, p.family_name, 'second-' || p.email
      FROM guardian g JOIN person p ON p.school_id = g.school_id AND p.id = g.person_id
     WHERE right(p.given_name, 1) IN ('0', '3', '6')
    RETURNING school_id, id, email),
  login AS (
    INSERT INTO "user" (id, email, password_hash, created_at)
    SELECT id, email, 'none', now() FROM second),
  member AS (
    INSERT INTO membership (school_id, id, user_id, person_id, roles, created_at)
    SELECT school_id, uuidv7(), id, id, '{PARENT}', now() FROM second)
  INSERT INTO guardian (school_id, family_id, person_id, kind)
  SELECT s.school_id, g.family_id, s.id, 'OTHER'
    FROM second s JOIN person p ON p.school_id = s.school_id AND s.email = 'second-' || p.email
    JOIN guardian g ON g.school_id = p.school_id AND g.person_id = p.id`;

async function opensIn(client: Client, course: number, seconds: number): Promise<void> {
  await client.query(
    `UPDATE course SET window_opens_at = now() + make_interval(secs => $2), window_announced_at = NULL
      WHERE id = $1`,
    [idOf("course", course), seconds],
  );
}

/** What it reserves goes with it. */
async function beginsInADayAnd(client: Client, course: number, seconds: number): Promise<void> {
  await client.query(
    `UPDATE lesson SET starts_at = date_trunc('second', now()) + make_interval(hours => 24, secs => $2),
            ends_at = date_trunc('second', now()) + make_interval(hours => 25, secs => $2), reminded_for = NULL
      WHERE id = $1`,
    [upcomingLesson(course), seconds],
  );
}

/** The courses whose window opens, and the lessons that come up: their mails are owed by the clock. */
export const BY_THE_CLOCK = {
  courseIds: OPENING_COURSES.map((course) => idOf("course", course)),
  lessonIds: UPCOMING_COURSES.map(upcomingLesson),
};
