import type { Db } from "@/lib/db/in-school";
import type { BookingId, LessonId } from "@/lib/ids";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { overlaps, type Interval } from "@/lib/time/interval";

/** A use of a teacher, a room or a student that a wanted lesson would meet. */
export type Clash = Interval & {
  who: "teacher" | "room" | "student";
  name: string;
  courseName: string;
  lessonId: LessonId;
  /** Set when the lesson in the way is one that a family booked. */
  bookingId: BookingId | null;
  wanted: Interval;
};

export type WantedLesson = Interval & { resourceIds: readonly string[] };

/**
 * Everything that wanted lessons meet, by time. Exact under `beginScheduleChange`; the constraint
 * `reservation_no_overlap` has the last word.
 */
export async function findClashes(
  db: Db,
  wanted: readonly WantedLesson[],
  exceptLessonIds: readonly string[] = [],
): Promise<Clash[]> {
  if (wanted.length === 0) return [];
  const rows = await reservationsNear(db, wanted, exceptLessonIds);
  return wanted
    .flatMap((lesson) =>
      rows
        .filter((row) => lesson.resourceIds.includes(row.resourceId) && overlaps(lesson, row))
        .map(({ resourceId: _resourceId, ...clash }) => ({
          ...clash,
          wanted: { startsAt: lesson.startsAt, endsAt: lesson.endsAt },
        })),
    )
    .sort((a, b) => a.startsAt - b.startsAt);
}

const PERSON = { select: { person: { select: { givenName: true, familyName: true } } } } as const;
const RESERVATION = {
  resourceId: true,
  lessonId: true,
  startsAt: true,
  endsAt: true,
  teacher: PERSON,
  student: PERSON,
  room: { select: { name: true } },
  lesson: { select: { course: { select: { name: true } }, booking: { select: { id: true } } } },
} as const;

async function reservationsNear(
  db: Db,
  wanted: readonly WantedLesson[],
  exceptLessonIds: readonly string[],
) {
  const rows = await db.reservation.findMany({
    where: {
      resourceId: { in: [...new Set(wanted.flatMap((lesson) => lesson.resourceIds))] },
      startsAt: { lt: latest(wanted) },
      endsAt: { gt: earliest(wanted) },
      lessonId: { notIn: [...exceptLessonIds] },
    },
    select: RESERVATION,
  });
  return rows.map((row) => {
    const person = (row.teacher ?? row.student)?.person;
    return {
      resourceId: row.resourceId,
      lessonId: row.lessonId as LessonId,
      bookingId: (row.lesson.booking?.id ?? null) as BookingId | null,
      startsAt: instantFromDate(row.startsAt),
      endsAt: instantFromDate(row.endsAt),
      who: row.teacher
        ? ("teacher" as const)
        : row.student
          ? ("student" as const)
          : ("room" as const),
      name: person ? `${person.givenName} ${person.familyName}` : (row.room?.name ?? ""),
      courseName: row.lesson.course.name,
    };
  });
}

function earliest(lessons: readonly Interval[]): Date {
  return dateFromInstant(
    lessons.reduce<Instant>(
      (first, { startsAt }) => (startsAt < first ? startsAt : first),
      lessons[0]?.startsAt ?? (0 as Instant),
    ),
  );
}

function latest(lessons: readonly Interval[]): Date {
  return dateFromInstant(
    lessons.reduce<Instant>(
      (last, { endsAt }) => (endsAt > last ? endsAt : last),
      lessons[0]?.endsAt ?? (0 as Instant),
    ),
  );
}
