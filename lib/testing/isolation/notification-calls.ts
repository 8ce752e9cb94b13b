import { changeRoles, endMembership } from "@/lib/auth/change-roles";
import { newId, type PersonId } from "@/lib/ids";
import { deliverMail } from "@/lib/notifications/deliver-mail";
import { getLessonCalendar } from "@/lib/notifications/get-lesson-calendar";
import { getSignInAddress } from "@/lib/notifications/get-sign-in-address";
import { sendBookingCancelled } from "@/lib/notifications/send-booking-cancelled";
import { sendBookingConfirmed } from "@/lib/notifications/send-booking-confirmed";
import { sendBookingMoved } from "@/lib/notifications/send-booking-moved";
import { sendInvitation } from "@/lib/notifications/send-invitation";
import { sendPasswordChanged } from "@/lib/notifications/send-password-changed";
import { sendPasswordReset } from "@/lib/notifications/send-password-reset";
import { sendUnbookedReminder, sendWindowOpened } from "@/lib/notifications/send-window-opened";
import { found, job, ofFamily, type SchoolCalls } from "./school-call";

/** A teacher's id is the person's. */
function personOf(teacherId: string): PersonId {
  return teacherId as PersonId;
}

const MAIL = { subject: "Hello", html: "<p>Hello</p>", text: "Hello" };

export const notificationCalls: SchoolCalls = {
  "auth/change-roles changeRoles": found((ctx, { teacherId }) =>
    changeRoles(ctx, { personId: personOf(teacherId), roles: ["TEACHER", "ADMIN"] }),
  ),
  "auth/change-roles endMembership": found((ctx, { teacherId }) =>
    endMembership(ctx, personOf(teacherId)),
  ),
  "notifications/deliver-mail deliverMail": job((ctx, { eventId, guardianId }) =>
    deliverMail(ctx, {
      eventId,
      kind: "booking-confirmed",
      recipient: { personId: guardianId, email: "a@family.example", name: "A" },
      render: async () => MAIL,
    }),
  ),
  "notifications/get-lesson-calendar getLessonCalendar": ofFamily((ctx, { bookingId }) =>
    getLessonCalendar(ctx, bookingId),
  ),
  "notifications/get-sign-in-address getSignInAddress": job((ctx, { guardianId }) =>
    getSignInAddress(ctx, guardianId),
  ),
  "notifications/send-booking-cancelled sendBookingCancelled": job((ctx, ids) => {
    const { eventId, cancelledBookingId: bookingId } = ids;
    return sendBookingCancelled(ctx, { id: eventId, data: { bookingId, actorId: null } });
  }),
  "notifications/send-booking-confirmed sendBookingConfirmed": job((ctx, ids) => {
    const { eventId, bookingId } = ids;
    const data = { enrolmentId: newId(), bookingIds: [bookingId], actorId: null };
    return sendBookingConfirmed(ctx, { id: eventId, data });
  }),
  "notifications/send-booking-moved sendBookingMoved": job((ctx, { eventId, bookingId, moveId }) =>
    sendBookingMoved(ctx, { id: eventId, data: { bookingId, moveId, actorId: null } }),
  ),
  "notifications/send-invitation sendInvitation": job((ctx, ids) => {
    const { eventId, personId, invitationId } = ids;
    return sendInvitation(ctx, { id: eventId, data: { personId, invitationId } });
  }),
  "notifications/send-password-changed sendPasswordChanged": job((ctx, { eventId, adminId }) =>
    sendPasswordChanged(ctx, { id: eventId, data: { personId: adminId } }),
  ),
  "notifications/send-password-reset sendPasswordReset": job((ctx, ids) => {
    const { eventId, adminId, passwordResetId } = ids;
    return sendPasswordReset(ctx, { id: eventId, data: { personId: adminId, passwordResetId } });
  }),
  "notifications/send-window-opened sendUnbookedReminder": job((ctx, ids) => {
    const { eventId, courseId, enrolmentId } = ids;
    const data = { courseId, enrolmentIds: [enrolmentId] };
    return sendUnbookedReminder(ctx, { id: eventId, data });
  }),
  "notifications/send-window-opened sendWindowOpened": job((ctx, { eventId, courseId }) =>
    sendWindowOpened(ctx, { id: eventId, data: { courseId } }),
  ),
};
