/** The mails that a person may turn off. Every other kind always goes out. */
export const OPTIONAL_MAIL = [
  {
    kind: "lesson-reminder",
    label: "Reminder before a lesson",
    explanation: "The day before a lesson, with time and place.",
  },
  {
    kind: "unbooked-reminder",
    label: "Reminder to book",
    explanation: "When lessons are still to be booked and the time for it runs out.",
  },
  {
    kind: "window-opened",
    label: "Booking is open",
    explanation: "As soon as lessons of a course can be booked.",
  },
] as const;

export type OptionalMailKind = (typeof OPTIONAL_MAIL)[number]["kind"];

export function isOptionalKind(kind: string): kind is OptionalMailKind {
  return OPTIONAL_MAIL.some((mail) => mail.kind === kind);
}

/** Kinds that are turned off together with another: both say that lessons are still to be booked. */
const WITH: Readonly<Record<string, OptionalMailKind>> = { "window-closing": "unbooked-reminder" };

/** What a person turns off to get no more mail of this kind; null for mail that always goes out. */
export function optionalKindOf(kind: string): OptionalMailKind | null {
  if (isOptionalKind(kind)) return kind;
  return Object.hasOwn(WITH, kind) ? (WITH[kind] ?? null) : null;
}

export function labelOfOptionalMail(kind: OptionalMailKind): string {
  return OPTIONAL_MAIL.find((mail) => mail.kind === kind)?.label ?? kind;
}
