import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

const id = z.uuid();
const actorId = id.nullable();

/** One confirmation of one or several lessons; written by the SQL function `book_lessons`. */
export const lessonBooked = defineEvent(
  "booking/lesson.booked",
  z.object({ enrolmentId: id, bookingIds: z.array(id).min(1), actorId }),
);

/** Written by the SQL function `move_booking`. */
export const lessonMoved = defineEvent(
  "booking/lesson.moved",
  z.object({ bookingId: id, moveId: id, actorId }),
);

/** Written by the SQL function `cancel_booking`, and by what cancels many at once. */
export const lessonCancelled = defineEvent(
  "booking/lesson.cancelled",
  z.object({ bookingId: id, actorId }),
);

/** A course's booking window has opened: families with open entitlements are told. */
export const windowOpened = defineEvent(
  "booking/window.opened",
  z.object({ courseId: id, actorId: actorId.optional() }),
);

/** A family found no slot and asks the school. */
export const schoolAsked = defineEvent(
  "booking/school.asked",
  z.object({ deskRequestId: id, enrolmentId: id, actorId: actorId.optional() }),
);

/** The school writes back to the family that asked. */
export const schoolAnswered = defineEvent(
  "booking/school.answered",
  z.object({ deskRequestId: id, enrolmentId: id, actorId: actorId.optional() }),
);

/** An admin reminds the families of a course that have weeks still to book, and only those. */
export const unbookedReminded = defineEvent(
  "booking/unbooked.reminded",
  z.object({ courseId: id, enrolmentIds: z.array(id).min(1), actorId: actorId.optional() }),
);

/** Days that were closed are open again: told to the families whose booked lessons the closure cancelled. */
export const daysReopened = defineEvent(
  "booking/days.reopened",
  z.object({ bookingIds: z.array(id).min(1), actorId }),
);

/** A booking window closes soon: families that have weeks still to book are reminded. */
export const windowClosing = defineEvent(
  "booking/window.closing",
  z.object({
    courseId: id,
    enrolmentIds: z.array(id).min(1),
    closesAt: z.iso.datetime(),
    hours: z.int().positive(),
  }),
);

/** The policy for unbooked weeks was carried out for an enrolment that had some. */
export const unbookedSettled = defineEvent(
  "booking/unbooked.settled",
  z.object({
    enrolmentId: id,
    /** What it was given. */
    bookingIds: z.array(id),
    /** The weeks that stay unbooked. */
    weeks: z.array(z.int()),
  }),
);
