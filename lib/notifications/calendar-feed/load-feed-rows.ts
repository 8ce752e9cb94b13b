import type { Db } from "@/lib/db/in-school";
import type { FeedScope } from "@/lib/feed-scope";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import { NotFound } from "@/lib/refusal";
import { findCurrentTerm } from "@/lib/scheduling/find-current-term";
import type { MemberActor, SchoolContext } from "@/lib/school-context";
import { dateFromInstant, plusHours } from "@/lib/time/instant";
import { MIDNIGHT } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";
import type { FeedRow } from "./feed-entries";

const DAYS_BACK = 60;
const DAYS_BACK_CANCELLED = 30;
const DAYS_AHEAD = 400;

/** Whose lessons a feed holds; null is everybody's. */
type Narrowing = {
  teacherId: string | null;
  studentIds: string[] | null;
  /** Whether students are named, and how. */
  names: "none" | "given" | "full";
};

type Wanted = Narrowing & { from: Date; cancelledFrom: Date; until: Date };

/**
 * The lessons of a feed by time: from 60 days ago, and from the first day of the term that runs, to 400
 * days ahead; the cancelled ones from 30 days ago.
 */
export async function loadFeedRows(
  db: Db,
  ctx: SchoolContext,
  scope: FeedScope,
): Promise<FeedRow[]> {
  const inDays = (days: number) => dateFromInstant(plusHours(ctx.now, days * 24));
  return findRows(db, ctx, {
    ...(await narrowingOf(db, ctx, scope)),
    from: await firstMoment(db, ctx, inDays(-DAYS_BACK)),
    cancelledFrom: inDays(-DAYS_BACK_CANCELLED),
    until: inDays(DAYS_AHEAD),
  });
}

/** A term of ten weeks is longer than what is looked back on: its calendar does not begin in its midst. */
async function firstMoment(db: Db, ctx: SchoolContext, earlier: Date): Promise<Date> {
  const term = await findCurrentTerm(db, ctx);
  if (term === null) return earlier;
  const start = instantAt(term.startsOn, MIDNIGHT, ctx.school.timeZone);
  return start < earlier.getTime() ? dateFromInstant(start) : earlier;
}

/**
 * A lesson that takes place has the students who reserve it; a cancelled one reserves nothing and has
 * those whose enrolment it was for. What is held in its place stands for it: another fixed lesson of the
 * course in that week, or one that the student has booked again for the same time.
 */
function findRows(db: Db, ctx: SchoolContext, wanted: Wanted): Promise<FeedRow[]> {
  const { teacherId, studentIds, names, from, cancelledFrom, until } = wanted;
  return db.$queryRaw<FeedRow[]>`
    SELECT l.id AS "lessonId", b.id AS "bookingId", c.kind AS "courseKind", l.kind AS "lessonKind",
           l.sequence, epoch_ms(l.changed_at)::float8 AS "changedAt", c.name AS "courseName",
           epoch_ms(l.starts_at)::float8 AS "startsAt", epoch_ms(l.ends_at)::float8 AS "endsAt",
           l.cancelled_at IS NOT NULL AS cancelled, COALESCE(s.students, '{}') AS students,
           p.given_name || ' ' || p.family_name AS "teacherName", r.name AS "roomName",
           o.name AS "locationName", o.address AS "locationAddress"
      FROM lesson l
      JOIN course c ON c.school_id = l.school_id AND c.id = l.course_id
      JOIN person p ON p.school_id = l.school_id AND p.id = l.teacher_id
      JOIN room r ON r.school_id = l.school_id AND r.id = l.room_id
      JOIN location o ON o.school_id = l.school_id AND o.id = l.location_id
      LEFT JOIN booking b ON b.school_id = l.school_id AND b.lesson_id = l.id
      CROSS JOIN LATERAL (
        SELECT array_agg(n.given_name || CASE ${names} WHEN 'full' THEN ' ' || n.family_name ELSE '' END
                 ORDER BY n.name_key, n.id) AS students
          FROM (SELECT v.student_id FROM reservation v
                 WHERE v.school_id = l.school_id AND v.lesson_id = l.id AND l.cancelled_at IS NULL
                UNION
                SELECT e.student_id FROM enrolment e
                 WHERE e.school_id = l.school_id AND e.course_id = l.course_id
                   AND l.cancelled_at IS NOT NULL AND CASE WHEN l.enrolment_id IS NULL
                       THEN (l.starts_at AT TIME ZONE ${ctx.school.timeZone})::date
                            BETWEEN e.starts_on AND COALESCE(e.ends_on, 'infinity')
                       ELSE e.id = l.enrolment_id END) AS x
          JOIN person n ON n.school_id = l.school_id AND n.id = x.student_id
         WHERE ${names} <> 'none' AND (${studentIds}::uuid[] IS NULL OR n.id = ANY (${studentIds}::uuid[]))) AS s
     WHERE l.school_id = ${ctx.schoolId}::uuid AND l.starts_at >= ${from} AND l.starts_at < ${until}
       AND (l.cancelled_at IS NULL OR l.starts_at >= ${cancelledFrom}
            AND NOT EXISTS (SELECT FROM lesson n WHERE n.school_id = l.school_id AND n.course_id = l.course_id
                 AND n.enrolment_id IS NOT DISTINCT FROM l.enrolment_id AND n.cancelled_at IS NULL
                 AND CASE WHEN l.enrolment_id IS NULL THEN n.week IS NOT DISTINCT FROM l.week ELSE n.starts_at = l.starts_at END))
       AND (${teacherId}::uuid IS NULL OR l.teacher_id = ${teacherId}::uuid)
       AND (${studentIds}::uuid[] IS NULL OR s.students IS NOT NULL)
       AND (${studentIds}::uuid[] IS NULL OR l.course_id IN (SELECT e.course_id FROM enrolment e
             WHERE e.school_id = ${ctx.schoolId}::uuid AND e.student_id = ANY (${studentIds}::uuid[])))
     ORDER BY l.starts_at, l.id`;
}

async function narrowingOf(db: Db, ctx: SchoolContext, scope: FeedScope): Promise<Narrowing> {
  switch (scope) {
    case "SCHOOL":
      return { teacherId: null, studentIds: null, names: "none" };
    case "TEACHER":
      return { teacherId: memberOf(ctx).personId, studentIds: null, names: "full" };
    case "FAMILY":
    case "STUDENT":
      return { teacherId: null, studentIds: await studentsOf(db, ctx), names: "given" };
  }
}

/** Whoever reaches the whole school is no family: better nothing than everybody's lessons. */
async function studentsOf(db: Db, ctx: SchoolContext): Promise<string[]> {
  const { studentId } = await findStudentsInReach(db, ctx);
  if (studentId === undefined) throw new NotFound();
  return studentId.in;
}

function memberOf({ actor }: SchoolContext): MemberActor {
  if (actor.kind === "system") throw new NotFound();
  return actor;
}
