import { bookingCalls } from "./booking-calls";
import { calendarFeedCalls } from "./calendar-feed-calls";
import { deskCalls } from "./desk-calls";
import { mailChoiceCalls } from "./mail-choice-calls";
import { jobCalls } from "./job-calls";
import { noticeCalls } from "./notice-calls";
import { notificationCalls } from "./notification-calls";
import { peopleCalls } from "./people-calls";
import { schedulingCalls } from "./scheduling-calls";
import type { SchoolCalls } from "./school-call";

/** Every exported query and use case, called with ids. */
export const SCHOOL_CALLS: SchoolCalls = {
  ...peopleCalls,
  ...schedulingCalls,
  ...bookingCalls,
  ...deskCalls,
  ...notificationCalls,
  ...mailChoiceCalls,
  ...calendarFeedCalls,
  ...noticeCalls,
  ...jobCalls,
};

/** Pure functions of a context: they read and write nothing. */
export const WITHOUT_DATABASE = [
  "auth/context-for contextFor",
  "booking/changes/find-enrolment-losses afterEnrolment",
  "booking/get-booking-facts actorIdOf",
  "booking/get-booking-facts guardianOf",
  "notifications/calendar-feed/find-own-feed demandReading",
  "notifications/calendar-feed/find-own-feed ownerOf",
  "notifications/tellings/load-booking-mail-facts bookingCalendarFile",
  "notifications/tellings/load-booking-mail-facts familyUrl",
  "people/reach reachOf",
];

/** Steps of others in the list, which are handed what those have found in their own school. */
export const STEPS = [
  "booking/find-in-the-way findInTheWay",
  "booking/window/read-supply readSupply",
  "notifications/tellings/list-rebook-links listRebookLinks",
];

/** Founds a school: the only call of a context whose school is new. */
export const FOUNDING = ["people/create-school createSchool"];
