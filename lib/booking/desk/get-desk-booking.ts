import { inSchool } from "@/lib/db/in-school";
import type { BookingId, CourseId, EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingState } from "../entitlement";
import { hasNotice } from "../notice-policy";
import type { HistoryStep } from "./desk-history";
import { nameOf } from "./load-desk-courses";
import { loadDeskHistory } from "./load-desk-history";

export type DeskBookingView = {
  id: BookingId;
  enrolmentId: EnrolmentId;
  courseId: CourseId;
  courseName: string;
  studentId: string;
  studentName: string;
  teacherId: string;
  teacherName: string;
  place: string;
  week: number;
  state: BookingState;
  startsAt: Instant;
  endsAt: Instant;
  /** From now on an admin needs a reason to cancel or to move it. */
  isInsideNotice: boolean;
  history: HistoryStep[];
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
  const { row, history, noticeHours } = await inSchool(ctx, async (db) => {
    const booking = await db.booking.findFirst({ where: { id }, include: BOOKING });
    if (booking === null) throw new NotFound();
    const school = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
    return { row: booking, history: await loadDeskHistory(db, booking), ...school };
  });
  const { lesson, enrolment } = row;
  const startsAt = instantFromDate(lesson.startsAt);
  return {
    id,
    enrolmentId: enrolment.id as EnrolmentId,
    courseId: enrolment.course.id as CourseId,
    courseName: enrolment.course.name,
    studentId: enrolment.studentId,
    studentName: nameOf(enrolment.student.person),
    teacherId: lesson.teacherId,
    teacherName: nameOf(lesson.teacher.person),
    place: `${lesson.room.name}, ${lesson.location.name}`,
    week: row.week,
    state: row.state,
    startsAt,
    endsAt: instantFromDate(lesson.endsAt),
    isInsideNotice: !hasNotice(startsAt, ctx.now, noticeHours),
    history,
  };
}
