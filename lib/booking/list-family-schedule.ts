import { inSchool, type Db } from "@/lib/db/in-school";
import type { BookingId, LessonId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import type { SchoolContext } from "@/lib/school-context";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import { isEnrolledOn } from "@/lib/scheduling/enrolment-dates";
import { dateFromDay, dayFromDate } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";

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

/** The lessons ahead of all students in reach, by time: group lessons and booked ones, no placeholders. */
export async function listFamilySchedule(
  ctx: SchoolContext,
  { limit }: { limit: number },
): Promise<FamilyLesson[]> {
  return inSchool(ctx, async (db) => {
    const enrolments = await findEnrolments(db, ctx);
    if (enrolments.length === 0) return [];
    const lessons = await findLessons(db, ctx, { enrolments, limit });
    return lessons.flatMap((lesson) => lessonsOfChildren(ctx, lesson, enrolments)).slice(0, limit);
  });
}

type EnrolmentRow = Awaited<ReturnType<typeof findEnrolments>>[number];
type LessonRow = Awaited<ReturnType<typeof findLessons>>[number];

async function findEnrolments(db: Db, ctx: SchoolContext) {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  return db.enrolment.findMany({
    where: {
      ...(await findStudentsInReach(db, ctx)),
      course: { archivedAt: null, term: { endsOn: { gte: today } } },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      courseId: true,
      startsOn: true,
      endsOn: true,
      student: { select: { person: { select: { givenName: true } } } },
    },
  });
}

function findLessons(
  db: Db,
  ctx: SchoolContext,
  { enrolments, limit }: { enrolments: readonly EnrolmentRow[]; limit: number },
) {
  return db.lesson.findMany({
    where: {
      cancelledAt: null,
      endsAt: { gt: dateFromInstant(ctx.now) },
      OR: [
        { enrolmentId: null, courseId: { in: enrolments.map(({ courseId }) => courseId) } },
        { enrolmentId: { in: enrolments.map(({ id }) => id) } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: limit,
    include: {
      course: { select: { name: true, kind: true } },
      teacher: { select: { person: { select: { givenName: true, familyName: true } } } },
      room: { select: { name: true } },
      location: { select: { name: true } },
      booking: { select: { id: true } },
    },
  });
}

function lessonsOfChildren(
  ctx: SchoolContext,
  lesson: LessonRow,
  enrolments: readonly EnrolmentRow[],
): FamilyLesson[] {
  const startsAt = instantFromDate(lesson.startsAt);
  const day = dayAt(startsAt, ctx.school.timeZone);
  const { givenName, familyName } = lesson.teacher.person;
  return enrolments
    .filter(({ id, courseId }) =>
      lesson.enrolmentId === null ? courseId === lesson.courseId : id === lesson.enrolmentId,
    )
    .filter(({ startsOn, endsOn }) =>
      isEnrolledOn(
        { startsOn: dayFromDate(startsOn), endsOn: endsOn === null ? null : dayFromDate(endsOn) },
        day,
      ),
    )
    .map(({ student }) => ({
      lessonId: lesson.id as LessonId,
      bookingId: (lesson.booking?.id ?? null) as BookingId | null,
      courseKind: lesson.course.kind,
      lessonKind: lesson.kind,
      studentName: student.person.givenName,
      courseName: lesson.course.name,
      teacherName: `${givenName} ${familyName}`,
      roomName: lesson.room.name,
      locationName: lesson.location.name,
      startsAt,
      endsAt: instantFromDate(lesson.endsAt),
    }));
}
