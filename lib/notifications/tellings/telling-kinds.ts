import type { Role } from "@/lib/school-context";
import type { OptionalMailKind } from "../choices/optional-mail";

type KindFacts = {
  /** In which role somebody gets it. */
  receivers: readonly Role[];
  /** By which ways. */
  sends: readonly ("mail" | "notice")[];
  /** What a person turns off to get no more mail of it; null always goes out. */
  choice: OptionalMailKind | null;
  /** About signing in: it goes out even to somebody who has complained of mail. */
  isAccountMail?: true;
  /** What it tells, as the mail settings name it. */
  about: string;
};

const LESSON_CHANGED = "A lesson was booked, moved or cancelled.";
const SIGNING_IN = "Invitations, your password and your API tokens.";

const family = { receivers: ["PARENT"], sends: ["mail", "notice"], choice: null } as const;
const teacher = { receivers: ["TEACHER"], sends: ["notice"], choice: null } as const;
/** One lesson of their week; a change of the schedule is told by `lessons-changed`. */
const taught = {
  receivers: ["TEACHER"],
  sends: ["mail", "notice"],
  choice: "teacher-lesson",
} as const;
const account = {
  receivers: ["ADMIN", "TEACHER", "PARENT", "STUDENT"],
  sends: ["mail"],
  choice: null,
  isAccountMail: true,
} as const;

/**
 * Every kind of message there is. Whom it goes to, by which way, and whether it may be turned off is
 * read from here by what sends it, by what says beforehand who will be notified, and by each person's
 * mail settings.
 */
export const TELLING_KINDS = {
  "booking-confirmed": { ...family, about: LESSON_CHANGED },
  "booking-moved": { ...family, about: LESSON_CHANGED },
  "booking-cancelled": { ...family, about: LESSON_CHANGED },
  "lessons-changed": {
    ...{ receivers: ["PARENT", "STUDENT", "TEACHER"], sends: ["mail", "notice"], choice: null },
    about: "The school changed the schedule.",
  },
  "days-reopened": { ...family, about: "The school changed the schedule." },
  "lesson-reminder": { ...family, choice: "lesson-reminder", about: "A lesson is tomorrow." },
  "window-opened": { ...family, choice: "window-opened", about: "Lessons can be booked." },
  "open-to-joined": { ...family, choice: "window-opened", about: "Lessons can be booked." },
  "open-to-enrolled": { ...family, choice: "window-opened", about: "Lessons can be booked." },
  "window-closing": { ...family, choice: "unbooked-reminder", about: "Booking closes soon." },
  "unbooked-reminder": { ...family, choice: "unbooked-reminder", about: "Lessons are not booked." },
  "unbooked-settled": { ...family, about: "What became of lessons that were not booked." },
  "school-asked": {
    ...{ receivers: ["ADMIN"], sends: ["mail", "notice"], choice: null },
    about: "A family needs help booking.",
  },
  "school-answered": { ...family, about: "The school answered a help request." },
  "open-times-changed": { ...teacher, about: "The school changed your open times." },
  "teacher-lesson-booked": { ...teacher, about: LESSON_CHANGED },
  "teacher-lesson-moved": { ...taught, about: LESSON_CHANGED },
  "teacher-lesson-cancelled": { ...taught, about: LESSON_CHANGED },
  invitation: { ...account, about: SIGNING_IN },
  "password-reset": { ...account, about: SIGNING_IN },
  "password-changed": { ...account, about: SIGNING_IN },
  "api-token-issued": { ...account, about: SIGNING_IN },
} as const satisfies Record<string, KindFacts>;

export type TellingKind = keyof typeof TELLING_KINDS;

/** The facts of a kind; null for one that is not known (any more). */
export function factsOfKind(kind: string): KindFacts | null {
  return Object.hasOwn(TELLING_KINDS, kind) ? TELLING_KINDS[kind as TellingKind] : null;
}

/** What a person turns off to get no more mail of this kind; null for mail that always goes out. */
export function optionalKindOf(kind: string): OptionalMailKind | null {
  return factsOfKind(kind)?.choice ?? null;
}

type MailForRoles = { choices: ReadonlySet<OptionalMailKind>; always: readonly string[] };

/** The mail that somebody with these roles can get at all: what they may turn off, and what always comes. */
export function mailForRoles(roles: readonly Role[]): MailForRoles {
  const kinds: KindFacts[] = Object.values(TELLING_KINDS);
  const mine = kinds.filter(
    ({ receivers, sends }) =>
      sends.includes("mail") && receivers.some((role) => roles.includes(role)),
  );
  return {
    choices: new Set(mine.flatMap(({ choice }) => choice ?? [])),
    always: [...new Set(mine.flatMap(({ choice, about }) => (choice === null ? [about] : [])))],
  };
}
