import type { BookingId, LessonId } from "@/lib/ids";
import type { Interval } from "@/lib/time/interval";

/** A lesson that a family booked and would lose. */
export type LostBooking = Interval & {
  bookingId: BookingId;
  lessonId: LessonId;
  week: number;
  studentId: string;
  teacherId: string;
  studentName: string;
  courseName: string;
};

/** A fixed lesson that would not be held. */
export type LostLesson = Interval & {
  lessonId: LessonId;
  courseName: string;
  studentIds: string[];
  teacherId: string;
};
