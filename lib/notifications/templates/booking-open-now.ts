import type { Instant } from "@/lib/time/instant";
import { longTime, namesInWords, reachSchool } from "./lesson-words";
import type { MailBlock, MailContent, MailSchool, MailTemplate } from "./mail-content";
import { studentCard, type StudentToBook } from "./student-to-book";

export type BookingOpenNowProps = {
  school: MailSchool;
  recipientName: string | null;
  /** A family's children with what each still has to book, at least one. */
  enrolments: readonly (StudentToBook & { courseName: string; closesAt: Instant | null })[];
  bookUrl: string;
};

/** For whoever came after booking had opened: what is open now. */
export const bookingOpenNowMail: MailTemplate<BookingOpenNowProps> = {
  subject: ({ enrolments }) => `Time to book: ${whoAndWhat(enrolments)}`,
  content: bookingOpenNowContent,
};

function whoAndWhat(enrolments: BookingOpenNowProps["enrolments"]): string {
  const names = [...new Set(enrolments.map(({ studentName }) => studentName))];
  const courses = [...new Set(enrolments.map(({ courseName }) => courseName))];
  return `${namesInWords(names)}, ${namesInWords(courses)}`;
}

function bookingOpenNowContent(props: BookingOpenNowProps): MailContent {
  const { school, enrolments } = props;
  return {
    preview: "Choose your times",
    heading: "Book your individual lessons",
    greetingName: props.recipientName,
    blocks: [
      { kind: "paragraph", text: "Booking is open. Still to book:" },
      ...enrolments.flatMap((enrolment): MailBlock[] => [
        studentCard(
          { ...enrolment, studentName: `${enrolment.studentName}, ${enrolment.courseName}` },
          school,
        ),
        ...closing(enrolment.closesAt, school),
      ]),
      { kind: "button", label: "Choose your times", href: props.bookUrl },
      { kind: "note", text: `No time that suits you? Please ${reachSchool(school)}.` },
    ],
  };
}

function closing(closesAt: Instant | null, school: MailSchool): MailBlock[] {
  if (closesAt === null) return [];
  return [{ kind: "paragraph", text: `Please book by ${longTime(closesAt, school)}.` }];
}
