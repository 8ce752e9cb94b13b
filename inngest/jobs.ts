import { env } from "@/lib/env";
import type { EventDefinition } from "@/lib/events/define-event";
import { mailOwed } from "@/lib/notifications/events";
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
import type { Telling } from "@/lib/notifications/tellings/telling";
import { defineJob, type Job } from "./define-job";

const tellings = new Map<string, Telling>();

/** The job that owes what a telling has to tell: rows for its people, all of them or none. */
function tells<E extends EventDefinition>(id: string, telling: Telling<E>): Job {
  tellings.set(telling.kind, telling);
  return defineJob({
    id,
    event: telling.event,
    run: (ctx, event) => oweTelling(ctx, telling, event),
  });
}

/** Every function of an event. */
export const jobs: readonly Job[] = [
  tells("on-lesson-booked-tell-family", tellBookingConfirmed),
  tells("on-lesson-booked-tell-teacher", tellTeacherBooked),
  tells("on-lesson-moved-tell-family", tellBookingMoved),
  tells("on-lesson-moved-tell-teacher", tellTeacherMoved),
  tells("on-lesson-cancelled-tell-family", tellBookingCancelled),
  tells("on-lesson-cancelled-tell-teacher", tellTeacherCancelled),
  tells("on-lesson-upcoming-tell-family", tellLessonReminder),
  tells("on-lessons-changed-tell-people", tellLessonsChanged),
  tells("on-open-times-changed-tell-teacher", tellOpenTimesChanged),
  tells("on-days-reopened-tell-families", tellDaysReopened),
  tells("on-window-opened-tell-families", tellWindowOpened),
  tells("on-person-joined-tell-person", tellOpenToJoined),
  tells("on-enrolment-opened-tell-family", tellOpenToEnrolled),
  tells("on-window-closing-tell-families", tellWindowClosing),
  tells("on-unbooked-reminded-tell-families", tellUnbookedReminded),
  tells("on-unbooked-settled-tell-family", tellUnbookedSettled),
  tells("on-school-asked-tell-admins", tellSchoolAsked),
  tells("on-school-answered-tell-family", tellSchoolAnswered),
  tells("on-person-invited-tell-person", tellInvitation),
  tells("on-password-reset-requested-tell-person", tellPasswordReset),
  tells("on-password-changed-tell-person", tellPasswordChanged),
  tells("on-api-token-issued-tell-person", tellApiTokenIssued),
  defineJob({
    id: "on-mail-owed-send",
    event: mailOwed,
    perSecond: env.MAIL_PER_SECOND,
    run: (ctx, { data }) => sendOwedMail(ctx, { deliveryId: data.deliveryId, tellings }),
  }),
];
