import type { CourseId, EnrolmentId, LessonId } from "@/lib/ids";
import type { Interval } from "@/lib/time/interval";
import { date, insertRow } from "./insert-row";
import type { TestTeacher } from "./people-factory";
import type { TestRoom, TestSchool } from "./school-factory";

type LessonCourse = { id: CourseId; school: TestSchool; teacher: TestTeacher; room: TestRoom };

type LessonRow = Interval & {
  id: LessonId;
  week: number | null;
  kind: "GROUP" | "INDIVIDUAL";
  enrolmentId?: EnrolmentId;
  room?: TestRoom;
};

/** A lesson with the reservations of its teacher and room. */
export async function insertLesson(course: LessonCourse, lesson: LessonRow): Promise<void> {
  const room = lesson.room ?? course.room;
  await insertRow("lesson", {
    schoolId: course.school.id,
    id: lesson.id,
    courseId: course.id,
    kind: lesson.kind,
    week: lesson.week,
    startsAt: date(lesson.startsAt),
    endsAt: date(lesson.endsAt),
    teacherId: course.teacher.id,
    locationId: room.location.id,
    roomId: room.id,
    enrolmentId: lesson.enrolmentId,
  });
  await reserve(course.school, lesson, { teacherId: course.teacher.id });
  await reserve(course.school, lesson, { roomId: room.id });
}

type Resource = { teacherId: string } | { roomId: string } | { studentId: string };

export async function reserve(
  school: TestSchool,
  lesson: Interval & { id: LessonId },
  resource: Resource,
): Promise<void> {
  const { id: lessonId, startsAt, endsAt } = lesson;
  const times = { startsAt: date(startsAt), endsAt: date(endsAt) };
  const [resourceId] = Object.values(resource);
  await insertRow("reservation", {
    schoolId: school.id,
    lessonId,
    ...times,
    resourceId,
    ...resource,
  });
}
