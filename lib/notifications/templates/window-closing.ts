import type { Instant } from "@/lib/time/instant";
import { longTime, namesInWords, reachSchool, shortTime } from "./lesson-words";
import type { MailContent, MailSchool, MailTemplate } from "./mail-content";
import { studentCard, type StudentToBook } from "./student-to-book";

export type WindowClosingProps = {
  school: MailSchool;
  recipientName: string | null;
  courseName: string;
  students: readonly StudentToBook[];
  closesAt: Instant;
  bookUrl: string;
};

export const windowClosingMail: MailTemplate<WindowClosingProps> = {
  subject: ({ school, students, closesAt }) =>
    `Not booked yet: ${namesInWords(students.map(({ studentName }) => studentName))}, book by ${shortTime(closesAt, school)}`,
  content: windowClosingContent,
};

function windowClosingContent(props: WindowClosingProps): MailContent {
  const { school, courseName, students, closesAt } = props;
  return {
    preview: `Booking for ${courseName} closes on ${longTime(closesAt, school)}`,
    heading: "Not booked yet",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `Booking for ${courseName} closes on ${longTime(closesAt, school)}. Still to book:`,
      },
      ...students.map((student) => studentCard(student, school)),
      { kind: "button", label: "Choose your times", href: props.bookUrl },
      { kind: "note", text: `No time that suits you? Please ${reachSchool(school)}.` },
    ],
  };
}
