import type { Db } from "@/lib/db/in-school";
import type { LocationId, StudentId, TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, type Day } from "@/lib/time/day";
import { dateFromInstant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";
import type { IndividualWeekRow, LessonRow, WeekRows } from "./week-calendar";

/** The seven days from `from`, narrowed to a teacher, to a location, to students; null is all. */
export type WeekFilter = {
  from: Day;
  teacherId: TeacherId | null;
  locationId: LocationId | null;
  studentIds: StudentId[] | null;
};

/** The lessons that take place, with their students; of other students than asked for nothing. */
export async function loadLessons(
  db: Db,
  ctx: SchoolContext,
  { from, teacherId, locationId, studentIds }: WeekFilter,
): Promise<LessonRow[]> {
  const [startsAt, endsAt] = [from, addDays(from, 7)].map((day) =>
    dateFromInstant(instantAt(day, asWallTime("00:00"), ctx.school.timeZone)),
  );
  return db.$queryRaw<LessonRow[]>`
    SELECT l.id, c.id AS "courseId", c.name AS "courseName", c.kind AS "courseKind",
           l.kind AS "lessonKind", epoch_ms(l.starts_at)::float8 AS "startsAt",
           epoch_ms(l.ends_at)::float8 AS "endsAt", p.given_name || ' ' || p.family_name AS teacher,
           r.name AS room, o.name AS location, COALESCE(s.students, '{}') AS students
      FROM lesson l
      JOIN course c ON c.school_id = l.school_id AND c.id = l.course_id
      JOIN person p ON p.school_id = l.school_id AND p.id = l.teacher_id
      JOIN room r ON r.school_id = l.school_id AND r.id = l.room_id
      JOIN location o ON o.school_id = l.school_id AND o.id = l.location_id
      CROSS JOIN LATERAL (
        SELECT array_agg(n.given_name || ' ' || n.family_name ORDER BY n.given_name, n.family_name)
            AS students
          FROM reservation v JOIN person n ON n.school_id = v.school_id AND n.id = v.student_id
         WHERE v.school_id = l.school_id AND v.lesson_id = l.id
           AND (${studentIds}::uuid[] IS NULL OR v.student_id = ANY (${studentIds}::uuid[]))) AS s
     WHERE l.school_id = ${ctx.schoolId}::uuid AND l.cancelled_at IS NULL
       AND l.starts_at >= ${startsAt} AND l.starts_at < ${endsAt}
       AND (${teacherId}::uuid IS NULL OR l.teacher_id = ${teacherId}::uuid)
       AND (${locationId}::uuid IS NULL OR l.location_id = ${locationId}::uuid)
       AND (${studentIds}::uuid[] IS NULL OR s.students IS NOT NULL)`;
}

/** The hybrid courses for which this is an individual week, with how many have booked it. */
export async function loadIndividualWeeks(
  db: Db,
  ctx: SchoolContext,
  { from, teacherId, locationId, studentIds }: WeekFilter,
): Promise<IndividualWeekRow[]> {
  return db.$queryRaw<IndividualWeekRow[]>`
    SELECT c.id AS "courseId", c.name AS "courseName", d.day::text AS day,
           c.start_minute AS "startMinute", c.group_minutes AS "groupMinutes",
           c.location_id AS "locationId", p.given_name || ' ' || p.family_name AS teacher,
           r.name AS room, o.name AS location, t.starts_on::text AS "termStartsOn",
           t.ends_on::text AS "termEndsOn", e.booked, e.owed
      FROM course c
      JOIN term t ON t.school_id = c.school_id AND t.id = c.term_id
      JOIN person p ON p.school_id = c.school_id AND p.id = c.teacher_id
      JOIN room r ON r.school_id = c.school_id AND r.id = c.room_id
      JOIN location o ON o.school_id = c.school_id AND o.id = c.location_id
      JOIN school s ON s.id = c.school_id
      CROSS JOIN LATERAL (SELECT ${from}::date + (c.weekday - s.week_start + 7) % 7 AS day) AS d
      JOIN week_plan_week w ON w.school_id = c.school_id AND w.course_id = c.id
       AND w.kind = 'INDIVIDUAL' AND ${from}::date = t.starts_on
         - (EXTRACT(isodow FROM t.starts_on)::int - s.week_start + 7) % 7 + (w.week - 1) * 7
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS owed, count(b.id)::int AS booked
          FROM enrolment n
          LEFT JOIN booking b ON b.school_id = n.school_id AND b.enrolment_id = n.id
           AND b.week = w.week AND b.state <> 'CANCELLED'
         WHERE n.school_id = c.school_id AND n.course_id = c.id
           AND n.starts_on <= d.day AND COALESCE(n.ends_on, d.day) >= d.day
           AND (${studentIds}::uuid[] IS NULL OR n.student_id = ANY (${studentIds}::uuid[]))) AS e
     WHERE c.school_id = ${ctx.schoolId}::uuid AND c.kind = 'HYBRID' AND c.archived_at IS NULL
       AND (${teacherId}::uuid IS NULL OR c.teacher_id = ${teacherId}::uuid)
       AND (${locationId}::uuid IS NULL OR c.location_id = ${locationId}::uuid)
       AND (${studentIds}::uuid[] IS NULL OR e.owed > 0)`;
}

type WeekFrame = Omit<WeekRows, "lessons" | "individualWeeks">;

/** What stands around the lessons: the term, closures, locations, the school's words. */
export async function loadWeekFrame(
  db: Db,
  ctx: SchoolContext,
  { from, locationId }: WeekFilter,
): Promise<WeekFrame> {
  const [frame] = await db.$queryRaw<WeekFrame[]>`
    SELECT s.placeholder_text AS "placeholderText",
      (SELECT json_build_object('name', t.name, 'week', (${from}::date - t.starts_on
            + (EXTRACT(isodow FROM t.starts_on)::int - s.week_start + 7) % 7) / 7 + 1)
         FROM term t WHERE t.school_id = s.id
          AND t.starts_on < ${from}::date + 7 AND t.ends_on >= ${from}::date
        ORDER BY t.starts_on LIMIT 1) AS term,
      (SELECT COALESCE(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name), '[]')
         FROM location o WHERE o.school_id = s.id AND o.archived_at IS NULL) AS locations,
      (SELECT COALESCE(json_agg(json_build_object('name', k.name, 'startsOn', k.starts_on,
            'endsOn', k.ends_on, 'locationId', k.location_id, 'location', o.name)
            ORDER BY k.starts_on, k.name), '[]')
         FROM closure k LEFT JOIN location o ON o.school_id = k.school_id AND o.id = k.location_id
        WHERE k.school_id = s.id
          AND k.starts_on < ${from}::date + 7 AND k.ends_on >= ${from}::date
          AND (${locationId}::uuid IS NULL OR k.location_id IS NULL
               OR k.location_id = ${locationId}::uuid)) AS closures
      FROM school s WHERE s.id = ${ctx.schoolId}::uuid`;
  if (frame === undefined) throw new Error("the school of the context is gone");
  return frame;
}
