import { bookedLessonCard, type BookedMailLesson } from "./booked-lesson-card";
import { reachSchool, shortTime } from "./lesson-words";
import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

export type BookingConfirmedProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  /** One or several of one enrolment, in the order of time. */
  lessons: readonly BookedMailLesson[];
  /** Where the family sees all its bookings. */
  scheduleUrl: string;
};

export const bookingConfirmedMail: MailTemplate<BookingConfirmedProps> = {
  subject: ({ school, studentName, courseName, lessons }) => {
    const [first] = lessons;
    const when =
      lessons.length === 1 && first !== undefined
        ? shortTime(first.startsAt, school)
        : `${lessons.length} lessons`;
    return `Booked: ${studentName}, ${courseName}, ${when}`;
  },
  content: bookingConfirmedContent,
};

function bookingConfirmedContent(props: BookingConfirmedProps): MailContent {
  const { school, recipientName, studentName, courseName, lessons, scheduleUrl } = props;
  const several = lessons.length > 1;
  const what = several ? `${lessons.length} individual lessons` : "individual lesson";
  return {
    preview: lessons.map(({ startsAt }) => shortTime(startsAt, school)).join(" · "),
    heading: several ? "Your lessons are booked" : "Your lesson is booked",
    greetingName: recipientName,
    blocks: [
      { kind: "paragraph", text: `${studentName}’s ${what} in ${courseName}:` },
      ...lessons.map((lesson) => bookedLessonCard(lesson, school)),
      { kind: "button", label: "See all lessons", href: scheduleUrl },
      {
        kind: "note",
        text: `Add the attached file to your calendar and you won’t miss ${several ? "them" : "it"}. Need help? Please ${reachSchool(school)}.`,
      },
    ],
  };
}
