import type { Db } from "@/lib/db/in-school";
import type { CourseId, LocationId, RoomId, StudentId, TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";
import { dateFromInstant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";
import type { CalendarRows, IndividualWeekRow, LessonRow, Named } from "./calendar-range";

/** The days from `from` to before `until`, narrowed; null is all. */
export type CalendarFilter = {
  from: Day;
  until: Day;
  teacherId: TeacherId | null;
  roomId: RoomId | null;
  locationId: LocationId | null;
  courseId: CourseId | null;
  studentIds: readonly StudentId[] | null;
};

/** Whether the other students of a lesson are shown too. */
type LessonFilter = CalendarFilter & { wholeRosters: boolean };

/**
 * The lessons that take place, with their students; with `studentIds` theirs, and without
 * `wholeRosters` nothing of other students. One value of JSON made of whole rows, which PostgreSQL does in half the time that it takes
 * to build objects key by key.
 */
export async function loadLessons(
  db: Db,
  ctx: SchoolContext,
  filter: LessonFilter,
): Promise<LessonRow[]> {
  const { teacherId, roomId, locationId, courseId, studentIds, wholeRosters } = filter;
  const [startsAt, endsAt] = [filter.from, filter.until].map((day) =>
    dateFromInstant(instantAt(day, asWallTime("00:00"), ctx.school.timeZone)),
  );
  const [found] = await db.$queryRaw<{ rows: LessonRow[] }[]>`
    SELECT COALESCE(json_agg(x), '[]') AS rows FROM (
      SELECT l.id, l.course_id AS "courseId", c.kind AS "courseKind", l.kind AS "lessonKind",
             epoch_ms(l.starts_at) AS "startsAt", epoch_ms(l.ends_at) AS "endsAt",
             l.teacher_id AS "teacherId", l.room_id AS "roomId", l.location_id AS "locationId",
             ARRAY(SELECT v.student_id FROM reservation v
                    WHERE v.school_id = ${ctx.schoolId}::uuid AND v.lesson_id = l.id
                      AND v.student_id IS NOT NULL
                      AND (${wholeRosters}
                           OR v.student_id = ANY (${studentIds}::uuid[]))) AS "studentIds"
        FROM lesson l
        JOIN course c ON c.school_id = l.school_id AND c.id = l.course_id
       WHERE l.school_id = ${ctx.schoolId}::uuid AND l.cancelled_at IS NULL
         AND l.starts_at >= ${startsAt} AND l.starts_at < ${endsAt}
         AND (${teacherId}::uuid IS NULL OR l.teacher_id = ${teacherId}::uuid)
         AND (${roomId}::uuid IS NULL OR l.room_id = ${roomId}::uuid)
         AND (${locationId}::uuid IS NULL OR l.location_id = ${locationId}::uuid)
         AND (${courseId}::uuid IS NULL OR l.course_id = ${courseId}::uuid)
         AND (${studentIds}::uuid[] IS NULL OR l.id IN (
           SELECT v.lesson_id FROM reservation v
            WHERE v.school_id = ${ctx.schoolId}::uuid AND v.resource_id = ANY (${studentIds}::uuid[])
              AND v.starts_at >= ${startsAt} AND v.starts_at < ${endsAt}))) AS x`;
  return found?.rows ?? [];
}

/** The full names of some people of the school. */
export async function loadNames(
  db: Db,
  ctx: SchoolContext,
  ids: readonly string[],
): Promise<Named[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<Named[]>`
    SELECT p.id, p.given_name || ' ' || p.family_name AS name FROM person p
     WHERE p.school_id = ${ctx.schoolId}::uuid AND p.id = ANY (${ids}::uuid[])
     ORDER BY p.name_key, p.id`;
}

/** The individual weeks of hybrid courses whose weekday lies in the range, with how many have booked. */
export async function loadIndividualWeeks(
  db: Db,
  ctx: SchoolContext,
  filter: CalendarFilter,
): Promise<IndividualWeekRow[]> {
  const { from, until, teacherId, roomId, locationId, courseId, studentIds } = filter;
  return db.$queryRaw<IndividualWeekRow[]>`
    SELECT c.id AS "courseId", c.teacher_id AS "teacherId", c.room_id AS "roomId",
           c.location_id AS "locationId", d.day::text AS day, c.start_minute AS "startMinute",
           c.group_minutes AS "groupMinutes", t.starts_on::text AS "termStartsOn",
           t.ends_on::text AS "termEndsOn", w.week, e.booked, e.owed
      FROM course c
      JOIN term t ON t.school_id = c.school_id AND t.id = c.term_id
      JOIN school s ON s.id = c.school_id
      JOIN week_plan_week w ON w.school_id = c.school_id AND w.course_id = c.id
       AND w.kind = 'INDIVIDUAL'
      CROSS JOIN LATERAL (SELECT t.starts_on
         - (EXTRACT(isodow FROM t.starts_on)::int - s.week_start + 7) % 7 + (w.week - 1) * 7
         + (c.weekday - s.week_start + 7) % 7 AS day) AS d
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS owed, count(b.id)::int AS booked
          FROM enrolment n
          LEFT JOIN booking b ON b.school_id = n.school_id AND b.enrolment_id = n.id
           AND b.week = w.week AND b.state <> 'CANCELLED'
         WHERE n.school_id = c.school_id AND n.course_id = c.id
           AND n.starts_on <= d.day AND COALESCE(n.ends_on, d.day) >= d.day
           AND (${studentIds}::uuid[] IS NULL OR n.student_id = ANY (${studentIds}::uuid[]))) AS e
     WHERE c.school_id = ${ctx.schoolId}::uuid AND c.kind = 'HYBRID' AND c.archived_at IS NULL
       AND d.day >= ${from}::date AND d.day < ${until}::date
       AND t.starts_on < ${until}::date AND t.ends_on >= ${from}::date
       AND (${teacherId}::uuid IS NULL OR c.teacher_id = ${teacherId}::uuid)
       AND (${roomId}::uuid IS NULL OR c.room_id = ${roomId}::uuid)
       AND (${locationId}::uuid IS NULL OR c.location_id = ${locationId}::uuid)
       AND (${courseId}::uuid IS NULL OR c.id = ${courseId}::uuid)
       AND (${studentIds}::uuid[] IS NULL OR e.owed > 0)`;
}

type Surroundings = Omit<
  CalendarRows,
  "lessons" | "individualWeeks" | "people" | "students" | "closures"
>;

/** What stands around the lessons: terms, the school's words, and the names of things. */
export async function loadSurroundings(
  db: Db,
  ctx: SchoolContext,
  { from, until }: Pick<CalendarFilter, "from" | "until">,
): Promise<Surroundings> {
  const [found] = await db.$queryRaw<Surroundings[]>`
    SELECT s.placeholder_text AS "placeholderText",
      (SELECT COALESCE(json_agg(json_build_object('name', t.name, 'startsOn', t.starts_on,
            'endsOn', t.ends_on) ORDER BY t.starts_on), '[]') FROM term t
        WHERE t.school_id = s.id
          AND t.starts_on < ${until}::date + 7 AND t.ends_on >= ${from}::date - 7) AS terms,
      (SELECT COALESCE(json_agg(json_build_object('id', o.id, 'name', o.name,
            'archived', o.archived_at IS NOT NULL) ORDER BY o.name), '[]')
         FROM location o WHERE o.school_id = s.id) AS locations,
      (SELECT COALESCE(json_agg(json_build_object('id', r.id, 'name', r.name,
            'archived', r.archived_at IS NOT NULL) ORDER BY r.name, r.id), '[]')
         FROM room r WHERE r.school_id = s.id) AS rooms,
      (SELECT COALESCE(json_agg(json_build_object('id', h.id, 'name', p.given_name || ' '
            || p.family_name, 'archived', h.archived_at IS NOT NULL)
            ORDER BY p.name_key), '[]')
         FROM teacher h JOIN person p ON p.school_id = h.school_id AND p.id = h.id
        WHERE h.school_id = s.id) AS teachers,
      (SELECT COALESCE(json_agg(json_build_object('id', c.id, 'name', c.name,
            'archived', c.archived_at IS NOT NULL) ORDER BY c.name), '[]')
         FROM course c JOIN term t ON t.school_id = c.school_id AND t.id = c.term_id
        WHERE c.school_id = s.id
          AND (t.starts_on < ${until}::date + 7 AND t.ends_on >= ${from}::date - 7
               OR c.held_on >= ${from}::date AND c.held_on < ${until}::date)) AS courses
      FROM school s WHERE s.id = ${ctx.schoolId}::uuid`;
  if (found === undefined) throw new Error("the school of the context is gone");
  return found;
}
