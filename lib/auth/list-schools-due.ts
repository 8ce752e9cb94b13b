import { asSystem } from "@/lib/db/system";
import type { SchoolId } from "@/lib/ids";
import { dateFromInstant, plusHours, type Instant } from "@/lib/time/instant";

type Row = { schoolId: SchoolId };

/** The schools in which something is due by the clock: ids and moments are all that is read of them. */
export const listSchoolsDue = {
  /** A booking window has opened and nobody has been told yet. */
  windowOpened: (at: Instant) =>
    ids(
      asSystem((db) => {
        const now = dateFromInstant(at);
        return db.$queryRaw<Row[]>`
          SELECT DISTINCT school_id AS "schoolId" FROM course
           WHERE window_opens_at <= ${now} AND window_announced_at IS NULL AND archived_at IS NULL
             AND (window_closes_at IS NULL OR window_closes_at > ${now})`;
      }),
    ),

  /** A booking window has closed and the policy for unbooked weeks has not been carried out. */
  unbooked: (at: Instant) =>
    ids(
      asSystem(
        (db) => db.$queryRaw<Row[]>`
          SELECT DISTINCT c.school_id AS "schoolId"
            FROM course c JOIN enrolment e ON e.school_id = c.school_id AND e.course_id = c.id
           CROSS JOIN LATERAL (SELECT GREATEST(c.window_closes_at, e.book_until) AS at) AS closed
           WHERE c.window_closes_at IS NOT NULL AND c.archived_at IS NULL
             AND closed.at <= ${dateFromInstant(at)} AND e.created_at < closed.at
             AND (e.unbooked_settled_at IS NULL OR e.unbooked_settled_at < closed.at)`,
      ),
    ),

  /** A booking window closes within `hours`. */
  windowClosing: (at: Instant, hours: number) =>
    ids(
      asSystem((db) => {
        const [now, horizon] = [dateFromInstant(at), dateFromInstant(plusHours(at, hours))];
        return db.$queryRaw<Row[]>`
          SELECT DISTINCT c.school_id AS "schoolId"
            FROM course c JOIN enrolment e ON e.school_id = c.school_id AND e.course_id = c.id
           WHERE c.window_closes_at IS NOT NULL AND c.archived_at IS NULL
             AND GREATEST(c.window_closes_at, e.book_until) > ${now}
             AND GREATEST(c.window_closes_at, e.book_until) <= ${horizon}`;
      }),
    ),

  /** A lesson begins within `hours` and its families have not been reminded of that start. */
  lessonReminder: (at: Instant, hours: number) =>
    ids(
      asSystem((db) => {
        const [now, horizon] = [dateFromInstant(at), dateFromInstant(plusHours(at, hours))];
        return db.$queryRaw<Row[]>`
          SELECT s.id AS "schoolId" FROM school s WHERE EXISTS (
            SELECT 1 FROM lesson l WHERE l.school_id = s.id AND l.cancelled_at IS NULL
               AND l.starts_at > ${now} AND l.starts_at <= ${horizon}
               AND l.reminded_for IS DISTINCT FROM l.starts_at)`;
      }),
    ),
} as const;

async function ids(rows: Promise<Row[]>): Promise<SchoolId[]> {
  return (await rows).map(({ schoolId }) => schoolId);
}
