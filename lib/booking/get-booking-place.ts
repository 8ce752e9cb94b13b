import { inSchool } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId, LessonId } from "@/lib/ids";
import { reachOf, studentsInReach } from "@/lib/people/reach";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingState } from "./entitlement";

/** Where a booking stands now: what a move or a cancellation is decided on and compared with. */
export type BookingPlace = {
  id: BookingId;
  enrolmentId: EnrolmentId;
  lessonId: LessonId;
  owedWeek: number;
  state: BookingState;
  startsAt: Instant;
  noticeHours: number;
};

/** Found through what the actor reaches; throws `NotFound` otherwise. */
export async function getBookingPlace(ctx: SchoolContext, id: BookingId): Promise<BookingPlace> {
  return inSchool(ctx, async (db) => {
    const booking = await db.booking.findFirst({
      where: { id, enrolment: { student: studentsInReach(reachOf(ctx)) } },
      select: {
        enrolmentId: true,
        lessonId: true,
        week: true,
        state: true,
        lesson: { select: { startsAt: true } },
      },
    });
    if (booking === null) throw new NotFound();
    const school = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
    return {
      id,
      enrolmentId: booking.enrolmentId as EnrolmentId,
      lessonId: booking.lessonId as LessonId,
      owedWeek: booking.week,
      state: booking.state,
      startsAt: instantFromDate(booking.lesson.startsAt),
      noticeHours: school.noticeHours,
    };
  });
}
