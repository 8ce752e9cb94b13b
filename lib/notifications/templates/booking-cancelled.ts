import type { Instant } from "@/lib/time/instant";
import { lessonFacts, lessonTime, longTime, reachSchool, shortTime } from "./lesson-words";
import type { MailLesson } from "./lesson-words";
import type { MailBlock, MailContent, MailSchool, MailTemplate } from "./mail-content";

export type BookingCancelledProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  lesson: MailLesson;
  cancelledBy: "FAMILY" | "SCHOOL";
  /** What was written about it, for the family to read. */
  reason: string | null;
  /** Where the family can book the lesson again, and until when (null: no end is set). */
  rebook: { url: string; until: Instant | null } | null;
};

export const bookingCancelledMail: MailTemplate<BookingCancelledProps> = {
  subject: ({ school, studentName, courseName, lesson }) =>
    `Cancelled: ${studentName}, ${courseName}, ${shortTime(lesson.startsAt, school)}`,
  content: bookingCancelledContent,
};

function bookingCancelledContent(props: BookingCancelledProps): MailContent {
  const { school, studentName, courseName, lesson } = props;
  const opening =
    props.cancelledBy === "SCHOOL"
      ? `${school.name} has cancelled ${studentName}’s individual lesson in ${courseName}.`
      : `${studentName}’s individual lesson in ${courseName} is cancelled, as you asked.`;
  const reason: MailBlock[] =
    props.reason === null ? [] : [{ kind: "paragraph", text: `The reason: ${props.reason}` }];
  return {
    preview: `${lessonTime(lesson, school)} will not take place`,
    heading: props.cancelledBy === "SCHOOL" ? "Your lesson was cancelled" : "Lesson cancelled",
    greetingName: props.recipientName,
    blocks: [
      { kind: "paragraph", text: opening },
      ...reason,
      {
        kind: "card",
        label: "Cancelled",
        title: lessonTime(lesson, school),
        facts: lessonFacts(lesson),
        over: true,
      },
      ...nextStep(props),
      { kind: "note", text: "Open the attached file to take the lesson out of your calendar." },
    ],
  };
}

function nextStep({ school, studentName, rebook }: BookingCancelledProps): MailBlock[] {
  if (rebook === null) {
    return [{ kind: "paragraph", text: `For another time, please ${reachSchool(school)}.` }];
  }
  const until = rebook.until === null ? "" : ` until ${longTime(rebook.until, school)}`;
  return [
    { kind: "paragraph", text: `You can book another time for ${studentName}${until}.` },
    { kind: "button", label: "Book another time", href: rebook.url },
  ];
}
