import { asDay } from "@/lib/time/day";
import { plusHours, plusMinutes } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import { apiTokenIssuedMail, type ApiTokenIssuedProps } from "./api-token-issued";
import { bookingCancelledMail, type BookingCancelledProps } from "./booking-cancelled";
import { bookingConfirmedMail, type BookingConfirmedProps } from "./booking-confirmed";
import { bookingMovedMail, type BookingMovedProps } from "./booking-moved";
import { composeMail, type ComposedMail } from "./compose-mail";
import { helpReplyMail } from "./help-reply";
import { daysReopenedMail } from "./days-reopened";
import { helpRequestMail, type HelpRequestProps } from "./help-request";
import { invitationMail, type InvitationProps } from "./invitation";
import { lessonReminderMail, type LessonReminderProps } from "./lesson-reminder";
import type { MailLesson } from "./lesson-words";
import { lessonsChangedMail } from "./lessons-changed";
import {
  sampleLessonsChanged,
  sampleNowIndividual,
  sampleReopened,
  sampleTaughtLessons,
  sampleTeachingChanged,
} from "./sample-lessons-changed";
import type { MailSchool } from "./mail-content";
import { passwordChangedMail, type PasswordChangedProps } from "./password-changed";
import { passwordResetMail, type PasswordResetProps } from "./password-reset";
import { teacherLessonMail } from "./teacher-lesson";
import { unbookedSettledMail, type UnbookedSettledProps } from "./unbooked-settled";
import { windowClosingMail, type WindowClosingProps } from "./window-closing";
import { bookingOpenNowMail } from "./booking-open-now";
import { windowOpenedMail, type WindowOpenedProps } from "./window-opened";

const zone = asTimeZone("Australia/Sydney");
const app = "http://localhost:3000/musicnme/family";

export const sampleSchool: MailSchool = {
  name: "Music 'n Me",
  timeZone: zone,
  locale: "en-AU",
  phone: "02 9555 0100",
  email: "hello@musicnme.example",
  primaryColour: null,
  accentColour: null,
  logoUrl: null,
  address: "12 Illawarra Road, Marrickville NSW 2204",
};

function lessonOn(day: string, time: string): MailLesson {
  const startsAt = instantAt(asDay(day), asWallTime(time), zone);
  return {
    startsAt,
    endsAt: plusMinutes(startsAt, 45),
    teacherName: "Sofia Lindqvist",
    roomName: "Room 2",
    locationName: "Marrickville",
  };
}

const first = lessonOn("2026-11-30", "16:00");
const second = lessonOn("2026-12-07", "16:00");
const base = {
  school: sampleSchool,
  recipientName: "Priya",
  studentName: "Mia",
  courseName: "Piano Foundation 1",
};
const bookable = (lesson: MailLesson) => ({
  ...lesson,
  cancelBy: plusHours(lesson.startsAt, -24),
  bookingUrl: `${app}/bookings/0193`,
});

export const sampleConfirmed: BookingConfirmedProps = {
  ...base,
  lessons: [bookable(first)],
  scheduleUrl: app,
};
export const sampleConfirmedSeveral: BookingConfirmedProps = {
  ...sampleConfirmed,
  lessons: [bookable(first), bookable(second)],
};
export const sampleMoved: BookingMovedProps = {
  ...base,
  from: first,
  to: lessonOn("2026-12-02", "16:30"),
  cancelBy: plusHours(first.startsAt, 24),
  movedBy: "SCHOOL",
  bookingUrl: `${app}/bookings/0193`,
};
export const sampleCancelled: BookingCancelledProps = {
  ...base,
  lesson: first,
  cancelledBy: "FAMILY",
  reason: null,
  rebook: { url: `${app}/book/0193`, until: second.startsAt },
};
export const sampleWindowOpened: WindowOpenedProps = {
  school: sampleSchool,
  recipientName: "Priya",
  courseName: "Piano Foundation 1",
  teacherName: "Sofia Lindqvist",
  students: [
    {
      studentName: "Mia",
      weeks: [
        { number: 8, startsOn: asDay("2026-11-30") },
        { number: 10, startsOn: asDay("2026-12-14") },
      ],
    },
    { studentName: "Leo", weeks: [{ number: 10, startsOn: asDay("2026-12-14") }] },
  ],
  closesAt: first.startsAt,
  bookUrl: `${app}/book`,
};
export const sampleInvitation: InvitationProps = {
  school: sampleSchool,
  recipientName: "Priya",
  role: "PARENT",
  studentNames: ["Mia", "Leo"],
  acceptUrl: "http://localhost:3000/invitation/q7Jm2kXy",
  expiresAt: second.startsAt,
};
const samplePasswordReset: PasswordResetProps = {
  school: sampleSchool,
  recipientName: "Priya",
  resetUrl: "http://localhost:3000/reset-password/q7Jm2kXy",
};
const samplePasswordChanged: PasswordChangedProps = {
  school: sampleSchool,
  recipientName: "Priya",
  changedAt: first.startsAt,
  forgotPasswordUrl: "http://localhost:3000/forgot-password",
};
const sampleTokenIssued: ApiTokenIssuedProps = {
  ...{ school: sampleSchool, recipientName: "Priya", tokenName: "Spreadsheet", scope: "READ" },
  issuedAt: first.startsAt,
  accountUrl: "http://localhost:3000/account",
};
export const sampleReminder: LessonReminderProps = {
  school: sampleSchool,
  recipientName: "Priya",
  studentNames: ["Mia", "Leo"],
  courseName: "Piano Foundation 1",
  lesson: first,
  isGroup: true,
  lessonUrl: app,
};
export const sampleWindowClosing: WindowClosingProps = {
  school: sampleSchool,
  recipientName: "Priya",
  courseName: "Piano Foundation 1",
  students: sampleWindowOpened.students,
  closesAt: first.startsAt,
  bookUrl: app,
};
export const sampleUnbookedLeft: UnbookedSettledProps = {
  ...base,
  given: [],
  weeks: [8, 10],
  scheduleUrl: app,
};
export const sampleUnbookedGiven: UnbookedSettledProps = {
  ...base,
  given: [bookable(first)],
  weeks: [10],
  scheduleUrl: app,
};
const sampleHelpRequest: HelpRequestProps = {
  school: sampleSchool,
  recipientName: "Miriam",
  studentName: "Mia Price",
  courseName: "Piano Foundation 1",
  week: 8,
  message: "Any time after five on Tuesday would suit us.",
  deskUrl: "http://localhost:3000/musicnme/admin/desk",
};

/** Every kind of mail with sample data, in the name of a school. */
export function sampleMails(school: MailSchool): Record<string, ComposedMail> {
  const cancelledBySchool: BookingCancelledProps = {
    ...sampleCancelled,
    ...{ cancelledBy: "SCHOOL", reason: "The weeks of the course have changed.", rebook: null },
  };
  return {
    invitation: composeMail(invitationMail, { ...sampleInvitation, school }),
    "password-reset": composeMail(passwordResetMail, { ...samplePasswordReset, school }),
    "password-changed": composeMail(passwordChangedMail, { ...samplePasswordChanged, school }),
    "booking-confirmed": composeMail(bookingConfirmedMail, { ...sampleConfirmed, school }),
    "booking-confirmed-several": composeMail(bookingConfirmedMail, {
      ...sampleConfirmedSeveral,
      school,
    }),
    "booking-moved": composeMail(bookingMovedMail, { ...sampleMoved, school }),
    "booking-cancelled": composeMail(bookingCancelledMail, { ...sampleCancelled, school }),
    "booking-cancelled-by-school": composeMail(bookingCancelledMail, {
      ...cancelledBySchool,
      school,
    }),
    "booking-open-now": openNowMail(school),
    "window-opened": stoppable(composeMail(windowOpenedMail, { ...sampleWindowOpened, school })),
    "window-closing": stoppable(composeMail(windowClosingMail, { ...sampleWindowClosing, school })),
    "lesson-reminder": stoppable(composeMail(lessonReminderMail, { ...sampleReminder, school })),
    "help-request": composeMail(helpRequestMail, { ...sampleHelpRequest, school }),
    "help-reply": composeMail(helpReplyMail, {
      ...{ ...sampleHelpRequest, school, recipientName: "Priya", studentName: "Mia" },
      reply: "Tuesday at 5:30 pm is free now: book it, or call us.",
      familyUrl: "http://localhost:3000/musicnme/family",
    }),
    "api-token-issued": composeMail(apiTokenIssuedMail, { ...sampleTokenIssued, school }),
    ...changeMails(school),
    "unbooked-settled": composeMail(unbookedSettledMail, { ...sampleUnbookedGiven, school }),
    "unbooked-settled-left": composeMail(unbookedSettledMail, { ...sampleUnbookedLeft, school }),
  };
}

function openNowMail(school: MailSchool): ComposedMail {
  return stoppable(
    composeMail(bookingOpenNowMail, {
      ...{ school, recipientName: "Priya", bookUrl: app },
      enrolments: sampleWindowOpened.students.map((student) => ({
        ...student,
        courseName: sampleWindowOpened.courseName,
        closesAt: sampleWindowOpened.closesAt,
      })),
    }),
  );
}

function stoppable(mail: ComposedMail): ComposedMail {
  const stopUrl = "http://localhost:3000/unsubscribe/q7Jm2kXy";
  return { ...mail, content: { ...mail.content, stopUrl } };
}

function changeMails(school: MailSchool) {
  const facts = { school, app, lessons: [first, second] as [MailLesson, MailLesson] };
  const taught = sampleTaughtLessons(facts);
  return {
    "days-reopened": composeMail(daysReopenedMail, sampleReopened(facts)),
    "teacher-lesson-moved": stoppable(composeMail(teacherLessonMail, taught.moved)),
    "teacher-lesson-cancelled": stoppable(composeMail(teacherLessonMail, taught.cancelled)),
    "lessons-changed": composeMail(lessonsChangedMail, sampleLessonsChanged(facts)),
    "lessons-changed-individual": composeMail(lessonsChangedMail, sampleNowIndividual(facts)),
    "lessons-changed-teacher": composeMail(lessonsChangedMail, sampleTeachingChanged(facts)),
  };
}
