import type { Db } from "@/lib/db/in-school";
import type { CourseId, StudentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, type Day } from "@/lib/time/day";
import { meets, placeholderId, placeholderTimes } from "./calendar-range";
import { loadCalendarClosures } from "./load-calendar-closures";
import type { LessonDetails, RosterRow } from "./lesson-details";
import { loadIndividualWeeks, loadSurroundings } from "./load-calendar-rows";

type Asked = { courseId: CourseId; day: Day; studentIds: StudentId[] | null };

/** A placeholder as the calendar shows it on that day, with who has booked and who has not; null if none stands there. */
export async function loadPlaceholder(
  db: Db,
  ctx: SchoolContext,
  { courseId, day, studentIds }: Asked,
): Promise<LessonDetails | null> {
  const everywhere = { teacherId: null, roomId: null, locationId: null };
  const filter = { from: day, until: addDays(day, 1), courseId, studentIds, ...everywhere };
  const [week] = await loadIndividualWeeks(db, ctx, filter);
  if (week === undefined) return null;
  const around = await loadSurroundings(db, ctx, filter);
  if (!meets(week, await loadCalendarClosures(db, ctx, filter))) return null;
  const nameOf = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((each) => each.id === id)?.name ?? "";
  const location = await db.location.findFirst({
    where: { id: week.locationId },
    select: { name: true, address: true },
  });
  const times = placeholderTimes(week, ctx.school.timeZone);
  const roster = await loadRoster(db, ctx, { courseId, day, studentIds });
  return {
    id: placeholderId(courseId, day),
    kind: "hybrid-individual",
    state: times.endsAt <= ctx.now ? "over" : "planned",
    course: { id: courseId, name: nameOf(around.courses, courseId) },
    week: week.week,
    ...times,
    teacher: { id: week.teacherId, name: nameOf(around.teachers, week.teacherId) },
    room: nameOf(around.rooms, week.roomId),
    location: location ?? { name: "", address: null },
    placeholder: { text: around.placeholderText, booked: week.booked, owed: week.owed },
    roster,
  };
}

/** Who is enrolled on the day of that week, with the lesson that they booked for it. */
async function loadRoster(
  db: Db,
  ctx: SchoolContext,
  { courseId, day, studentIds }: Asked,
): Promise<RosterRow[]> {
  return db.$queryRaw<RosterRow[]>`
    SELECT n.student_id AS "studentId", p.given_name || ' ' || p.family_name AS name,
           n.id AS "enrolmentId", b.id AS "bookingId", epoch_ms(l.starts_at)::float8 AS "lessonAt"
      FROM enrolment n
      JOIN person p ON p.school_id = n.school_id AND p.id = n.student_id
      JOIN course c ON c.school_id = n.school_id AND c.id = n.course_id
      JOIN term t ON t.school_id = c.school_id AND t.id = c.term_id
      JOIN school s ON s.id = n.school_id
      LEFT JOIN booking b ON b.school_id = n.school_id AND b.enrolment_id = n.id
       AND b.state <> 'CANCELLED' AND b.week = (${day}::date - t.starts_on
         + (EXTRACT(isodow FROM t.starts_on)::int - s.week_start + 7) % 7) / 7 + 1
      LEFT JOIN lesson l ON l.school_id = b.school_id AND l.id = b.lesson_id
     WHERE n.school_id = ${ctx.schoolId}::uuid AND n.course_id = ${courseId}::uuid
       AND n.starts_on <= ${day}::date AND COALESCE(n.ends_on, ${day}::date) >= ${day}::date
       AND (${studentIds}::uuid[] IS NULL OR n.student_id = ANY (${studentIds}::uuid[]))
     ORDER BY name, n.id`;
}
