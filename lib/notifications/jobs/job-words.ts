/** What happened, for people who run a school. */
const EVENTS: Readonly<Record<string, string>> = {
  "auth/api-token.issued": "API token made",
  "auth/password.changed": "Password changed",
  "auth/password.reset-requested": "New password asked for",
  "booking/days.reopened": "Open again after a closure",
  "booking/lesson.booked": "Lesson booked",
  "booking/lesson.cancelled": "Lesson cancelled",
  "booking/lesson.moved": "Lesson moved",
  "booking/school.answered": "Answer to a help request",
  "booking/school.asked": "A family needs help booking",
  "booking/unbooked.reminded": "Reminder to book",
  "booking/unbooked.settled": "Unbooked weeks settled",
  "booking/window.closing": "Booking closes soon",
  "booking/window.opened": "Booking is open",
  "notifications/mail.owed": "Email",
  "people/person.joined": "Somebody can sign in now",
  "people/person.invited": "Invitation",
  "scheduling/enrolment.opened": "A student may book",
  "scheduling/lesson.upcoming": "Lesson within a day",
  "scheduling/lessons.changed": "Schedule changed",
  "scheduling/open-times.changed": "Open times changed",
};

/** What a job does about it, by the end of its name. */
const EFFECTS: readonly (readonly [string, string])[] = [
  ["-tell-family", "tell the family"],
  ["-tell-families", "tell the families"],
  ["-tell-teacher", "tell the teacher"],
  ["-tell-admins", "tell the admins"],
  ["-tell-person", "tell the person"],
  ["-tell-people", "tell everybody concerned"],
  ["-send", "send it"],
];

/** A mail or notice, by its kind. */
const KINDS: Readonly<Record<string, string>> = {
  "api-token-issued": "API token made",
  "booking-cancelled": "Lesson cancelled",
  "booking-confirmed": "Lesson booked",
  "booking-moved": "Lesson moved",
  "days-reopened": "Open again after a closure",
  invitation: "Invitation",
  "lesson-reminder": "Reminder of a lesson",
  "open-to-enrolled": "Booking is open",
  "open-to-joined": "Booking is open",
  "lessons-changed": "Lessons changed",
  "open-times-changed": "Open times changed",
  "password-changed": "Password changed",
  "password-reset": "New password",
  "school-answered": "Answer to a help request",
  "teacher-lesson-cancelled": "Lesson cancelled",
  "teacher-lesson-moved": "Lesson moved",
  "unbooked-reminder": "Reminder to book",
  "unbooked-settled": "Unbooked weeks settled",
  "window-closing": "Booking closes soon",
  "window-opened": "Booking is open",
};

const CLOCK: Readonly<Record<string, string>> = {
  "announce-windows": "Tell families that booking is open",
  "clean-up": "Clear away what has expired",
  heartbeat: "Scheduler",
  "redrive-forgotten": "Try again what was lost",
  "remind-deadlines": "Remind before booking closes",
  "remind-lessons": "Remind of lessons",
  "settle-unbooked": "Settle weeks that nobody booked",
};

/** Why a mail did not go, as its gateway says it (`MailFailure`). */
const MAIL_TROUBLE: Readonly<Record<string, string>> = {
  unreachable: "The email service cannot be reached.",
  "timed-out": "The email service did not answer in time.",
  "rate-limited": "Too many emails at once; it goes out later.",
  "quota-used-up": "The email service takes no more email for now: its limit is used up.",
  "vendor-broken": "The email service has trouble.",
  "key-in-flight": "The email service is still busy with it.",
  "not-authorised": "The email service refuses our key. Whoever runs this site must mend that.",
  "mail-refused": "The email service refuses this email. Look at the address.",
};

export function eventWords(name: string): string {
  return wordsOf(EVENTS, name);
}

/** What is done about it: "tell the family". */
export function jobWords(job: string): string {
  return EFFECTS.find(([end]) => job.endsWith(end))?.[1] ?? plain(job);
}

export function mailWords(kind: string): string {
  return wordsOf(KINDS, kind);
}

export function clockWords(job: string): string {
  return wordsOf(CLOCK, job);
}

/** A reason that the program noted, plainer where it is one of the known ones. */
export function reasonWords(reason: string): string {
  if (reason === "not confirmed within a day") {
    return "The email service did not confirm it within a day.";
  }
  const known = /^mail not sent: ([a-z-]+)/.exec(reason)?.[1] ?? "";
  if (Object.hasOwn(MAIL_TROUBLE, known)) return MAIL_TROUBLE[known] ?? reason;
  const [line = ""] = reason.trim().split("\n");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

const LONGEST = 200;

function wordsOf(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? plain(name)) : plain(name);
}

/** A name of the program that has no words yet: "on-invoice-issued" is "On invoice issued". */
function plain(name: string): string {
  const text = name.replace(/[/.-]+/g, " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
