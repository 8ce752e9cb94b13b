import { inSchool } from "@/lib/db/in-school";
import type { BookingId, CourseId, EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingState } from "../entitlement";
import { nameOf } from "./load-desk-courses";

export type DeskBookingView = {
  id: BookingId;
  enrolmentId: EnrolmentId;
  courseId: CourseId;
  courseName: string;
  studentName: string;
  teacherName: string;
  place: string;
  week: number;
  state: BookingState;
  startsAt: Instant;
  endsAt: Instant;
  bookedAt: Instant;
  cancelledAt: Instant | null;
  moves: { fromStartsAt: Instant; toStartsAt: Instant; movedAt: Instant; reason: string | null }[];
};

const PERSON = { select: { person: { select: { givenName: true, familyName: true } } } } as const;
const BOOKING = {
  moves: { orderBy: { movedAt: "asc" } },
  lesson: {
    include: {
      teacher: PERSON,
      room: { select: { name: true } },
      location: { select: { name: true } },
    },
  },
  enrolment: { include: { course: { select: { id: true, name: true } }, student: PERSON } },
} as const;

/** One booking with its history, for the desk. Throws `NotFound`. */
export async function getDeskBooking(ctx: SchoolContext, id: BookingId): Promise<DeskBookingView> {
  const row = await inSchool(ctx, (db) =>
    db.booking.findFirst({
      where: { id },
      include: BOOKING,
    }),
  );
  if (row === null) throw new NotFound();
  const { lesson, enrolment } = row;
  return {
    id,
    enrolmentId: enrolment.id as EnrolmentId,
    courseId: enrolment.course.id as CourseId,
    courseName: enrolment.course.name,
    studentName: nameOf(enrolment.student.person),
    teacherName: nameOf(lesson.teacher.person),
    place: `${lesson.room.name}, ${lesson.location.name}`,
    week: row.week,
    state: row.state,
    startsAt: instantFromDate(lesson.startsAt),
    endsAt: instantFromDate(lesson.endsAt),
    bookedAt: instantFromDate(row.bookedAt),
    cancelledAt: row.cancelledAt && instantFromDate(row.cancelledAt),
    moves: row.moves.map((move) => ({
      fromStartsAt: instantFromDate(move.fromStartsAt),
      toStartsAt: instantFromDate(move.toStartsAt),
      movedAt: instantFromDate(move.movedAt),
      reason: move.reason,
    })),
  };
}
