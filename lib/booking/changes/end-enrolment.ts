import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { EnrolmentId, OutboxEventId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { dateFromInstant } from "@/lib/time/instant";
import { cancelLessons } from "./cancel-lessons";
import { afterEnrolment, findEnrolmentLosses } from "./find-enrolment-losses";

export type EndEnrolment = {
  enrolmentId: EnrolmentId;
  /** The last day. */
  endsOn: Day;
  /** The `confirmation` of the losses that were shown; not needed where nothing is lost. */
  confirmed?: string | null;
};

/**
 * Ends an enrolment with a day: the student leaves the fixed lessons after it, and their booked
 * lessons after it are cancelled, but only those that were shown and confirmed. An end can only be
 * brought forward. Throws `NotFound` and `Refusal`.
 */
export async function endEnrolment(
  ctx: SchoolContext,
  input: EndEnrolment,
): Promise<{ changeId: OutboxEventId }> {
  const { enrolmentId, endsOn } = input;
  return inSchool(ctx, async (db) => {
    const changeId = await beginScheduleChange(db, ctx);
    const enrolment = await db.enrolment.findFirst({ where: { id: enrolmentId } });
    if (enrolment === null) throw new NotFound();
    const before = enrolment.endsOn && dayFromDate(enrolment.endsOn);
    if (endsOn < dayFromDate(enrolment.startsOn)) throw new Refusal("ends-before-start");
    if (before !== null && endsOn > before) throw new Refusal("enrolment-already-ended");
    const losses = await findEnrolmentLosses(db, ctx, input);
    if (losses.confirmation !== null && losses.confirmation !== (input.confirmed ?? null)) {
      throw new Refusal("end-needs-confirmation", { ...losses });
    }
    await cancelLessons(db, ctx, {
      lessonIds: losses.lostBookings.map(({ lessonId }) => lessonId),
      reason: "ENROLMENT",
    });
    await leaveLessons(db, ctx, { enrolment, endsOn, before });
    await db.enrolment.updateMany({
      where: { id: enrolmentId },
      data: { endsOn: dateFromDay(endsOn) },
    });
    await recordAudit(db, ctx, {
      action: "booking/enrolment.ended",
      subjectId: enrolmentId,
      data: { before, endsOn, cancelled: losses.lostBookings.map(({ bookingId }) => bookingId) },
    });
    return { changeId };
  });
}

type Leaving = {
  enrolment: { studentId: string; courseId: string };
  endsOn: Day;
  before: Day | null;
};

/** Up to its former end only: the student may be enrolled again from the next day. */
async function leaveLessons(db: Db, ctx: SchoolContext, { enrolment, endsOn, before }: Leaving) {
  const from = dateFromInstant(afterEnrolment(ctx, endsOn));
  const until = before === null ? {} : { lt: dateFromInstant(afterEnrolment(ctx, before)) };
  await db.reservation.deleteMany({
    where: {
      studentId: enrolment.studentId,
      startsAt: { gte: from, ...until },
      lesson: { courseId: enrolment.courseId, enrolmentId: null },
    },
  });
}
