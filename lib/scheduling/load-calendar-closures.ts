import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import type { CalendarClosure } from "./calendar-range";
import type { CalendarFilter } from "./load-calendar-rows";

/**
 * The closures of some days. A location's closure is shown to whom it concerns: with a teacher or
 * students, where they have a course.
 */
export async function loadCalendarClosures(
  db: Db,
  ctx: SchoolContext,
  { from, until, locationId, teacherId, studentIds }: CalendarFilter,
): Promise<CalendarClosure[]> {
  return db.$queryRaw<CalendarClosure[]>`
    SELECT k.name, k.starts_on::text AS "startsOn", k.ends_on::text AS "endsOn",
           k.location_id AS "locationId", o.name AS location
      FROM closure k LEFT JOIN location o ON o.school_id = k.school_id AND o.id = k.location_id
     WHERE k.school_id = ${ctx.schoolId}::uuid
       AND k.starts_on < ${until}::date AND k.ends_on >= ${from}::date
       AND (${locationId}::uuid IS NULL OR k.location_id IS NULL
            OR k.location_id = ${locationId}::uuid)
       AND (k.location_id IS NULL
            OR (${teacherId}::uuid IS NULL AND ${studentIds}::uuid[] IS NULL)
            OR EXISTS (SELECT FROM course c
                         JOIN term t ON t.school_id = c.school_id AND t.id = c.term_id
                        WHERE c.school_id = k.school_id AND c.location_id = k.location_id
                          AND c.archived_at IS NULL
                          AND t.starts_on <= k.ends_on AND t.ends_on >= k.starts_on
                          AND (${teacherId}::uuid IS NULL OR c.teacher_id = ${teacherId}::uuid)
                          AND (${studentIds}::uuid[] IS NULL OR EXISTS (
                            SELECT FROM enrolment n
                             WHERE n.school_id = c.school_id AND n.course_id = c.id
                               AND n.student_id = ANY (${studentIds}::uuid[])
                               AND n.starts_on <= k.ends_on
                               AND COALESCE(n.ends_on, k.starts_on) >= k.starts_on))))
     ORDER BY k.starts_on, k.name`;
}
