import type { Instant } from "@/lib/time/instant";
import { longTime, namesInWords, reachSchool } from "./lesson-words";
import type { MailContent, MailSchool, MailTemplate } from "./mail-content";
import { studentCard, type StudentToBook } from "./student-to-book";

export type WindowOpenedProps = {
  school: MailSchool;
  recipientName: string | null;
  courseName: string;
  teacherName: string;
  /** The family's children in this course. */
  students: readonly StudentToBook[];
  /** Null: the school closes it by hand. */
  closesAt: Instant | null;
  bookUrl: string;
};

export const windowOpenedMail: MailTemplate<WindowOpenedProps> = {
  subject: ({ courseName, students }) =>
    `Time to book: ${namesInWords(students.map((student) => student.studentName))}, ${courseName}`,
  content: windowOpenedContent,
};

function windowOpenedContent(props: WindowOpenedProps): MailContent {
  const { school, courseName, teacherName, students, closesAt } = props;
  const closing =
    closesAt === null
      ? "The earlier you book, the more times there are to choose from."
      : `Please book by ${longTime(closesAt, school)}. The earlier you book, the more times there are to choose from.`;
  return {
    preview: closesAt === null ? "Choose your times" : `Book by ${longTime(closesAt, school)}`,
    heading: "Book your individual lessons",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `Booking is open for ${courseName} with ${teacherName}. Still to book:`,
      },
      ...students.map((student) => studentCard(student, school)),
      { kind: "paragraph", text: closing },
      { kind: "button", label: "Choose your times", href: props.bookUrl },
      { kind: "note", text: `No time that suits you? Please ${reachSchool(school)}.` },
    ],
  };
}
