/** The mails that a person may turn off, in words; which kinds each stands for say the kinds themselves. */
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
  {
    kind: "teacher-lesson",
    label: "A lesson that you teach changes",
    explanation: "When a booked lesson is moved or cancelled.",
  },
] as const;

export type OptionalMailKind = (typeof OPTIONAL_MAIL)[number]["kind"];

export function isOptionalKind(kind: string): kind is OptionalMailKind {
  return OPTIONAL_MAIL.some((mail) => mail.kind === kind);
}

export function labelOfOptionalMail(kind: OptionalMailKind): string {
  return OPTIONAL_MAIL.find((mail) => mail.kind === kind)?.label ?? kind;
}
