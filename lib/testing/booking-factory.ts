import { type BookingId, type LessonId, newId } from "@/lib/ids";
import { type Instant, plusMinutes } from "@/lib/time/instant";
import { superuserQuery } from "./database";
import { date, insertRow } from "./insert-row";
import { insertLesson, reserve } from "./lesson-factory";
import type { TestEnrolment } from "./scheduling-factory";
import { TEST_NOW, type TestRoom } from "./school-factory";

export type TestBooking = {
  id: BookingId;
  lessonId: LessonId;
  startsAt: Instant;
  endsAt: Instant;
};

type BookingOptions = {
  week: number;
  startsAt: Instant;
  room?: TestRoom;
  bookedAt?: Instant;
  bookedById?: string;
  state?: "CONFIRMED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";
  /** Why it is cancelled. */
  cancelReason?: "FAMILY" | "CLOSURE";
};

/** A booking as the use cases would leave it, without asking any rule. */
export async function aBooking(
  enrolment: TestEnrolment,
  options: BookingOptions,
): Promise<TestBooking> {
  const { course, student } = enrolment;
  const { week, startsAt, room, state = "CONFIRMED", cancelReason = "FAMILY" } = options;
  const endsAt = plusMinutes(startsAt, course.lessonMinutes ?? 45);
  const lesson = { id: newId<LessonId>(), week, startsAt, endsAt, room };
  await insertLesson(course, { ...lesson, kind: "INDIVIDUAL", enrolmentId: enrolment.id });
  await reserve(course.school, lesson, { studentId: student.id });
  const bookedAt = options.bookedAt ?? TEST_NOW;
  const id = newId<BookingId>();
  await insertRow("booking", {
    schoolId: course.school.id,
    id,
    enrolmentId: enrolment.id,
    week,
    lessonId: lesson.id,
    bookedAt: date(bookedAt),
    bookedById: options.bookedById,
    ...(state === "CANCELLED" ? { state, cancelledAt: date(bookedAt), cancelReason } : { state }),
  });
  if (state === "CANCELLED") await release(lesson.id, bookedAt, cancelReason);
  return { id, lessonId: lesson.id, startsAt, endsAt };
}

async function release(lessonId: LessonId, at: Instant, reason: string): Promise<void> {
  await superuserQuery("DELETE FROM reservation WHERE lesson_id = $1", [lessonId]);
  await superuserQuery("UPDATE lesson SET cancelled_at = $2, cancel_reason = $3 WHERE id = $1", [
    lessonId,
    date(at),
    reason,
  ]);
}
