import { changeRoles, endMembership } from "@/lib/auth/change-roles";
import { newId, type PersonId } from "@/lib/ids";
import { getLessonCalendar } from "@/lib/notifications/get-lesson-calendar";
import { getInvitationOutcome, getOwnMailOutcome } from "@/lib/notifications/get-mail-outcome";
import { getSignInAddress } from "@/lib/notifications/tellings/get-sign-in-address";
import { getNotifiedOfChange } from "@/lib/notifications/tellings/get-notified-of-change";
import { getNotifiedOfChanges } from "@/lib/notifications/tellings/get-notified-of-changes";
import { getNotifiedOfLessons } from "@/lib/notifications/tellings/get-notified-of-lessons";
import { getNotifiedOfReopening } from "@/lib/notifications/tellings/get-notified-of-reopening";
import { getNotified } from "@/lib/notifications/tellings/get-notified";
import {
  getNotifiedToBook,
  listFamiliesToBook,
} from "@/lib/notifications/tellings/list-families-to-book";
import { listWeeksToBook } from "@/lib/notifications/tellings/list-weeks-to-book";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { sendOwedMail } from "@/lib/notifications/send-owed-mail";
import { tellApiTokenIssued } from "@/lib/notifications/tellings/tell-api-token-issued";
import { tellBookingCancelled } from "@/lib/notifications/tellings/tell-booking-cancelled";
import { tellBookingConfirmed } from "@/lib/notifications/tellings/tell-booking-confirmed";
import {
  tellOpenToEnrolled,
  tellOpenToJoined,
} from "@/lib/notifications/tellings/tell-booking-open-now";
import { tellBookingMoved } from "@/lib/notifications/tellings/tell-booking-moved";
import { tellDaysReopened } from "@/lib/notifications/tellings/tell-days-reopened";
import { tellInvitation } from "@/lib/notifications/tellings/tell-invitation";
import { tellLessonReminder } from "@/lib/notifications/tellings/tell-lesson-reminder";
import { tellLessonsChanged } from "@/lib/notifications/tellings/tell-lessons-changed";
import { tellOpenTimesChanged } from "@/lib/notifications/tellings/tell-open-times-changed";
import { tellPasswordChanged } from "@/lib/notifications/tellings/tell-password-changed";
import { tellPasswordReset } from "@/lib/notifications/tellings/tell-password-reset";
import { tellSchoolAnswered } from "@/lib/notifications/tellings/tell-school-answered";
import { tellSchoolAsked } from "@/lib/notifications/tellings/tell-school-asked";
import {
  tellTeacherBooked,
  tellTeacherCancelled,
  tellTeacherMoved,
} from "@/lib/notifications/tellings/tell-teacher";
import { tellUnbookedSettled } from "@/lib/notifications/tellings/tell-unbooked-settled";
import { tellWindowClosing } from "@/lib/notifications/tellings/tell-window-closing";
import {
  tellUnbookedReminded,
  tellWindowOpened,
} from "@/lib/notifications/tellings/tell-window-opened";
import { asDay } from "@/lib/time/day";
import { isoFromInstant, plusHours } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import type { Telling } from "@/lib/notifications/tellings/telling";
import { found, job, narrowed, ofFamily, ownWithoutId, type SchoolCalls } from "./school-call";

const SYDNEY = asTimeZone("Australia/Sydney");
const MONDAY = asDay("2026-11-02");
const SILENT = { ...tellBookingConfirmed, tell: async () => [] } as Telling;

function booked(bookingId: string) {
  return { enrolmentId: newId(), bookingIds: [bookingId], actorId: newId() };
}

/** A teacher's id is the person's. */
function personOf(teacherId: string): PersonId {
  return teacherId as PersonId;
}

export const notificationCalls: SchoolCalls = {
  "auth/change-roles changeRoles": found((ctx, { teacherId }) =>
    changeRoles(ctx, { personId: personOf(teacherId), roles: ["TEACHER", "ADMIN"] }),
  ),
  "auth/change-roles endMembership": found((ctx, { teacherId }) =>
    endMembership(ctx, personOf(teacherId)),
  ),
  "notifications/get-lesson-calendar getLessonCalendar": ofFamily((ctx, { bookingId }) =>
    getLessonCalendar(ctx, bookingId),
  ),
  "notifications/get-mail-outcome getOwnMailOutcome": ownWithoutId((ctx) =>
    getOwnMailOutcome(ctx, "booking-confirmed"),
  ),
  "notifications/get-mail-outcome getInvitationOutcome": found((ctx, { guardianId }) =>
    getInvitationOutcome(ctx, guardianId),
  ),
  "notifications/tellings/get-sign-in-address getSignInAddress": job((ctx, { guardianId }) =>
    getSignInAddress(ctx, guardianId),
  ),
  "notifications/tellings/list-weeks-to-book listWeeksToBook": job((ctx, { courseId }) =>
    listWeeksToBook(ctx, new Set([courseId])),
  ),
  "notifications/tellings/list-families-to-book listFamiliesToBook": job((ctx, { courseId }) =>
    listFamiliesToBook(ctx, { kind: "window-opened", courseId }),
  ),
  "notifications/tellings/list-families-to-book getNotifiedToBook": found((ctx, { courseId }) =>
    getNotifiedToBook(ctx, { kind: "window-opened", courseId }),
  ),
  "notifications/tellings/get-notified-of-changes getNotifiedOfChanges": found(
    (ctx, { lessonId }) => getNotifiedOfChanges(ctx, { lessonIds: [lessonId] }),
  ),
  "notifications/tellings/get-notified-of-change getNotifiedOfChange": found((ctx, { eventId }) =>
    getNotifiedOfChange(ctx, eventId),
  ),
  "notifications/tellings/get-notified-of-reopening getNotifiedOfReopening": found(
    (ctx, { studentId, teacherId }) =>
      getNotifiedOfReopening(ctx, {
        concerned: { studentIds: [studentId], teacherIds: [teacherId] },
        toBookAgain: [],
      }),
  ),
  "notifications/tellings/get-notified-of-lessons getNotifiedOfLessons": found(
    (ctx, { studentId, teacherId }) =>
      getNotifiedOfLessons(ctx, "moved", [{ studentId, teacherId }]),
  ),
  "notifications/tellings/get-notified getNotified": found((ctx, { studentId, teacherId }) =>
    getNotified(ctx, [
      { kind: "booking-cancelled", studentIds: [studentId] },
      { kind: "teacher-lesson-cancelled", teacherIds: [teacherId] },
    ]),
  ),
  "notifications/owe-telling oweTelling": job((ctx, { eventId, bookingId }) =>
    oweTelling(ctx, tellTeacherBooked, { id: eventId, data: booked(bookingId) }),
  ),
  "notifications/send-owed-mail sendOwedMail": job((ctx, { deliveryId }) =>
    sendOwedMail(ctx, { deliveryId, tellings: new Map([["window-opened", SILENT]]) }),
  ),
  "notifications/tellings/tell-booking-cancelled tellBookingCancelled": job((ctx, ids) =>
    tellBookingCancelled.tell(ctx, {
      id: ids.eventId,
      data: { bookingId: ids.cancelledBookingId, actorId: null },
    }),
  ),
  "notifications/tellings/tell-booking-confirmed tellBookingConfirmed": job(
    (ctx, { eventId, bookingId }) =>
      tellBookingConfirmed.tell(ctx, { id: eventId, data: booked(bookingId) }),
  ),
  "notifications/tellings/tell-booking-open-now tellOpenToJoined": job(
    (ctx, { eventId, guardianId }) =>
      tellOpenToJoined.tell(ctx, { id: eventId, data: { personId: guardianId } }),
  ),
  "notifications/tellings/tell-booking-open-now tellOpenToEnrolled": {
    // Nobody is told of a window that is still to be announced to all.
    ...job((ctx, { eventId, enrolmentId }) =>
      tellOpenToEnrolled.tell(ctx, { id: eventId, data: { enrolmentId, actorId: null } }),
    ),
    foreign: "filtered",
  },
  "notifications/tellings/tell-booking-moved tellBookingMoved": job(
    (ctx, { eventId, bookingId, moveId }) =>
      tellBookingMoved.tell(ctx, { id: eventId, data: { bookingId, moveId, actorId: null } }),
  ),
  "notifications/tellings/tell-invitation tellInvitation": job(
    (ctx, { eventId, personId, invitationId }) =>
      tellInvitation.tell(ctx, { id: eventId, data: { personId, invitationId } }),
  ),
  "notifications/tellings/tell-lesson-reminder tellLessonReminder": job(
    (ctx, { eventId, lessonId }) =>
      tellLessonReminder.tell(ctx, {
        id: eventId,
        data: {
          lessonId,
          startsAt: isoFromInstant(instantAt(MONDAY, asWallTime("15:00"), SYDNEY)),
        },
      }),
  ),
  "notifications/tellings/tell-days-reopened tellDaysReopened": job((ctx, ids) =>
    tellDaysReopened.tell(ctx, {
      id: ids.eventId,
      data: { bookingIds: [ids.cancelledBookingId], actorId: null },
    }),
  ),
  "notifications/tellings/tell-lessons-changed tellLessonsChanged": job((ctx, { eventId }) =>
    tellLessonsChanged.tell(ctx, { id: eventId, data: { actorId: null } }),
  ),
  "notifications/tellings/tell-open-times-changed tellOpenTimesChanged": job(
    (ctx, { eventId, teacherId }) =>
      tellOpenTimesChanged.tell(ctx, {
        id: eventId,
        data: { teacherId, days: null, actorId: null },
      }),
  ),
  "notifications/tellings/tell-password-changed tellPasswordChanged": job(
    (ctx, { eventId, adminId }) =>
      tellPasswordChanged.tell(ctx, { id: eventId, data: { personId: adminId } }),
  ),
  "notifications/tellings/tell-api-token-issued tellApiTokenIssued": job(
    (ctx, { eventId, adminId }) =>
      tellApiTokenIssued.tell(ctx, {
        id: eventId,
        data: { personId: adminId, tokenId: newId(), name: "Sheet", scope: "READ" },
      }),
  ),
  "notifications/tellings/tell-password-reset tellPasswordReset": job((ctx, ids) => {
    const { eventId, adminId, passwordResetId } = ids;
    return tellPasswordReset.tell(ctx, {
      id: eventId,
      data: { personId: adminId, passwordResetId },
    });
  }),
  "notifications/tellings/tell-school-answered tellSchoolAnswered": job((ctx, ids) => {
    const { eventId, answeredRequestId: deskRequestId, enrolmentId } = ids;
    return tellSchoolAnswered.tell(ctx, { id: eventId, data: { deskRequestId, enrolmentId } });
  }),
  "notifications/tellings/tell-school-asked tellSchoolAsked": job((ctx, ids) => {
    const { eventId, deskRequestId, enrolmentId } = ids;
    return tellSchoolAsked.tell(ctx, { id: eventId, data: { deskRequestId, enrolmentId } });
  }),
  "notifications/tellings/tell-teacher tellTeacherBooked": job((ctx, { eventId, bookingId }) =>
    tellTeacherBooked.tell(ctx, { id: eventId, data: booked(bookingId) }),
  ),
  "notifications/tellings/tell-teacher tellTeacherCancelled": job((ctx, ids) =>
    tellTeacherCancelled.tell(ctx, {
      id: ids.eventId,
      data: { bookingId: ids.cancelledBookingId, actorId: null },
    }),
  ),
  "notifications/tellings/tell-teacher tellTeacherMoved": job(
    (ctx, { eventId, bookingId, moveId }) =>
      tellTeacherMoved.tell(ctx, { id: eventId, data: { bookingId, moveId, actorId: null } }),
  ),
  "notifications/tellings/tell-unbooked-settled tellUnbookedSettled": job((ctx, ids) => {
    const { eventId, enrolmentId, bookingId } = ids;
    const data = { enrolmentId, bookingIds: [bookingId], weeks: [10] };
    return tellUnbookedSettled.tell(ctx, { id: eventId, data });
  }),
  "notifications/tellings/tell-window-closing tellWindowClosing": narrowed((ctx, ids) => {
    const { eventId, courseId, enrolmentId } = ids;
    const closesAt = isoFromInstant(plusHours(ctx.now, 24));
    const data = { courseId, enrolmentIds: [enrolmentId], hours: 24, closesAt };
    return tellWindowClosing.tell(ctx, { id: eventId, data });
  }),
  "notifications/tellings/tell-window-opened tellUnbookedReminded": job((ctx, ids) => {
    const { eventId, courseId, enrolmentId } = ids;
    return tellUnbookedReminded.tell(ctx, {
      id: eventId,
      data: { courseId, enrolmentIds: [enrolmentId] },
    });
  }),
  "notifications/tellings/tell-window-opened tellWindowOpened": job((ctx, { eventId, courseId }) =>
    tellWindowOpened.tell(ctx, { id: eventId, data: { courseId } }),
  ),
};
