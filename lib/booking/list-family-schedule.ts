import { inSchool, type Db } from "@/lib/db/in-school";
import type { BookingId, LessonId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import type { SchoolContext } from "@/lib/school-context";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";

/** One lesson of one child. */
export type FamilyLesson = {
  lessonId: LessonId;
  bookingId: BookingId | null;
  courseKind: CourseKind;
  lessonKind: "GROUP" | "INDIVIDUAL";
  studentName: string;
  courseName: string;
  teacherName: string;
  roomName: string;
  locationName: string;
  startsAt: Instant;
  endsAt: Instant;
};

/**
 * The lessons ahead of all students in reach, by time: group lessons and booked ones, no placeholders.
 * A student is in a lesson when it reserves them, which obeys the enrolment's dates and every change.
 */
export async function listFamilySchedule(
  ctx: SchoolContext,
  { limit }: { limit: number },
): Promise<FamilyLesson[]> {
  return inSchool(ctx, async (db) => {
    const { studentId = { not: null } } = await findStudentsInReach(db, ctx);
    const rows = await findLessonsOf(db, { studentId, after: dateFromInstant(ctx.now), limit });
    return rows.flatMap(familyLesson);
  });
}

type ReservationRow = Awaited<ReturnType<typeof findLessonsOf>>[number];

function findLessonsOf(
  db: Db,
  asked: { studentId: { in: string[] } | { not: null }; after: Date; limit: number },
) {
  const name = { select: { name: true } };
  return db.reservation.findMany({
    where: { studentId: asked.studentId, endsAt: { gt: asked.after } },
    orderBy: [{ startsAt: "asc" }, { lessonId: "asc" }, { resourceId: "asc" }],
    take: asked.limit,
    include: {
      student: { select: { person: { select: { givenName: true } } } },
      lesson: {
        include: {
          course: { select: { name: true, kind: true } },
          teacher: { select: { person: { select: { givenName: true, familyName: true } } } },
          room: name,
          location: name,
          booking: { select: { id: true } },
        },
      },
    },
  });
}

function familyLesson({ student, lesson }: ReservationRow): FamilyLesson[] {
  if (student === null) return [];
  const { givenName, familyName } = lesson.teacher.person;
  return [
    {
      lessonId: lesson.id as LessonId,
      bookingId: (lesson.booking?.id ?? null) as BookingId | null,
      courseKind: lesson.course.kind,
      lessonKind: lesson.kind,
      studentName: student.person.givenName,
      courseName: lesson.course.name,
      teacherName: `${givenName} ${familyName}`,
      roomName: lesson.room.name,
      locationName: lesson.location.name,
      startsAt: instantFromDate(lesson.startsAt),
      endsAt: instantFromDate(lesson.endsAt),
    },
  ];
}
