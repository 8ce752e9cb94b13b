import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import { FIRST_APP_ID } from "../rush-school";
import type { MailOwed } from "./compare-mails";
import type { Told } from "./family-lives";
import { BY_THE_CLOCK } from "./ground";

const LOOK_MS = 500;
const MOST_MS = 150_000;

/** $1: the first booking of the app's; $2: the courses that open; $3: the lessons that are near. */
const MAILS_OWED = `WITH guardian_of AS (
   SELECT s.id AS student_id, p.email::text AS to FROM student s
     JOIN guardian g ON g.school_id = s.school_id AND g.family_id = s.family_id
     JOIN person p ON p.school_id = g.school_id AND p.id = g.person_id),
 booked AS (
   SELECT b.id, b.state, l.starts_at, e.student_id, t.email::text AS teacher,
       s.given_name || ', ' || c.name AS whose FROM booking b
     JOIN enrolment e ON e.school_id = b.school_id AND e.id = b.enrolment_id
     JOIN person s ON s.school_id = e.school_id AND s.id = e.student_id
     JOIN course c ON c.school_id = e.school_id AND c.id = e.course_id
     JOIN person t ON t.school_id = c.school_id AND t.id = c.teacher_id
     JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id WHERE b.id >= $1)
 SELECT "to", 'booked ' || id AS happening, state = 'CANCELLED' AS "isOvertaken"
   FROM booked JOIN guardian_of USING (student_id)
 UNION ALL
 SELECT "to", 'moved ' || b.id, state = 'CANCELLED' OR m.to_starts_at <> b.starts_at
   FROM booking_move m JOIN booked b ON b.id = m.booking_id JOIN guardian_of USING (student_id)
 UNION ALL
 SELECT "to", 'cancelled ' || id, false FROM booked JOIN guardian_of USING (student_id) WHERE state = 'CANCELLED'
 UNION ALL
 SELECT teacher, 'moved ' || whose, state = 'CANCELLED' OR m.to_starts_at <> b.starts_at
   FROM booking_move m JOIN booked b ON b.id = m.booking_id
 UNION ALL
 SELECT teacher, 'cancelled ' || whose, false FROM booked WHERE state = 'CANCELLED'
 UNION ALL
 SELECT "to", 'opened ' || c.name, false FROM course c
   JOIN enrolment e ON e.school_id = c.school_id AND e.course_id = c.id
   JOIN guardian_of USING (student_id) WHERE c.id = ANY ($2)
 UNION ALL
 SELECT "to", 'upcoming ' || c.name, false FROM lesson l
   JOIN course c ON c.school_id = l.school_id AND c.id = l.course_id
   JOIN reservation r ON r.school_id = l.school_id AND r.lesson_id = l.id
   JOIN guardian_of USING (student_id) WHERE l.id = ANY ($3)`;

/**
 * Every mail that must be there, from the bookings, moves and lessons as they stand, their guardians
 * and their teachers: nothing of what the app has written down about mail is asked.
 */
export async function mailsOwed(databaseUrl: string): Promise<MailOwed[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<MailOwed>(MAILS_OWED, [
      FIRST_APP_ID,
      BY_THE_CLOCK.courseIds,
      BY_THE_CLOCK.lessonIds,
    ]);
    return rows;
  });
}

/** What clients were told and the database knows nothing of. */
export async function forgotten(databaseUrl: string, told: readonly Told[]): Promise<Told[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ happening: string }>(
      `SELECT 'booked ' || id AS happening FROM booking UNION SELECT 'moved ' || booking_id FROM booking_move
       UNION SELECT 'cancelled ' || id FROM booking WHERE state = 'CANCELLED'`,
    );
    const known = new Set(rows.map(({ happening }) => happening));
    return told.filter(({ what, bookingId }) => !known.has(`${what} ${bookingId}`));
  });
}

/** Waits until all work is done that anything speaks of; what is left after a while is said. */
export async function untilNothingIsOwed(databaseUrl: string): Promise<string | null> {
  return withClient(databaseUrl, async (client) => {
    const end = performance.now() + MOST_MS;
    let left = await whatIsOwed(client);
    while (left !== null && performance.now() < end) {
      await pause(LOOK_MS);
      left = await whatIsOwed(client);
    }
    return left;
  });
}

async function whatIsOwed(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ what: string; n: number }>(
    `SELECT * FROM (
       SELECT 'events' AS what, count(*)::int AS n FROM outbox_event WHERE sent_at IS NULL
       UNION ALL SELECT 'jobs', count(*)::int FROM job_run WHERE state <> 'DONE'
       UNION ALL SELECT 'mails', count(*)::int FROM delivery WHERE state = 'PENDING'
       UNION ALL SELECT 'windows', count(*)::int FROM course
         WHERE window_announced_at IS NULL AND id = ANY ($1)
       UNION ALL SELECT 'reminders', count(*)::int FROM lesson
         WHERE reminded_for IS DISTINCT FROM starts_at AND id = ANY ($2)) AS owed WHERE n > 0`,
    [BY_THE_CLOCK.courseIds, BY_THE_CLOCK.lessonIds],
  );
  return rows.length === 0 ? null : rows.map(({ what, n }) => `${n} ${what}`).join(", ");
}
