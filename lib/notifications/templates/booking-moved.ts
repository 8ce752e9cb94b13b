import type { Instant } from "@/lib/time/instant";
import { lessonFacts, lessonTime, reachSchool, shortTime, type MailLesson } from "./lesson-words";
import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

export type BookingMovedProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  from: MailLesson;
  to: MailLesson;
  cancelBy: Instant;
  movedBy: "FAMILY" | "SCHOOL";
  bookingUrl: string;
};

export const bookingMovedMail: MailTemplate<BookingMovedProps> = {
  subject: ({ school, studentName, courseName, to }) =>
    `Moved: ${studentName}, ${courseName}, now ${shortTime(to.startsAt, school)}`,
  content: bookingMovedContent,
};

function bookingMovedContent(props: BookingMovedProps): MailContent {
  const { school, studentName, courseName, from, to, movedBy } = props;
  const bySchool = movedBy === "SCHOOL";
  const opening = bySchool
    ? `${school.name} has moved ${studentName}’s individual lesson in ${courseName}.`
    : `${studentName}’s individual lesson in ${courseName} has a new time.`;
  return {
    preview: `Now ${lessonTime(to, school)}`,
    heading: bySchool ? "Your lesson was moved" : "Your lesson is moved",
    greetingName: props.recipientName,
    blocks: [
      { kind: "paragraph", text: opening },
      {
        kind: "card",
        label: "New time",
        title: lessonTime(to, school),
        facts: [
          ...lessonFacts(to),
          { label: "Move or cancel by", value: shortTime(props.cancelBy, school) },
        ],
      },
      { kind: "card", label: "Old time", title: lessonTime(from, school), facts: [], over: true },
      { kind: "button", label: "See the lesson", href: props.bookingUrl },
      {
        kind: "note",
        text: `Open the attached file to change the lesson in your calendar. ${bySchool ? "If the new time does not suit you, move the lesson in time or" : "Need help? Please"} ${reachSchool(school)}.`,
      },
    ],
  };
}
