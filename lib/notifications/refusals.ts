/** Why a choice about mail or calendars is refused: what happened, why, and what to do now. */
export const notificationRefusals = {
  "unsubscribe-link-broken":
    "This link does not work: part of it may be missing. Open it from the email once more.",
  "too-many-calendar-addresses":
    "You have made {most} new addresses within a day. The one you have works on; make a new one tomorrow.",
} as const;
