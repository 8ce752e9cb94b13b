import type { Instant } from "@/lib/time/instant";
import { lessonFacts, lessonTime, reachSchool, shortTime, type MailLesson } from "./lesson-words";
import type { MailBlock, MailContent, MailSchool, MailTemplate } from "./mail-content";

export type BookingConfirmedProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  /** One or several of one enrolment, in the order of time. */
  lessons: readonly (MailLesson & { cancelBy: Instant; bookingUrl: string })[];
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
  const cards = lessons.map((lesson): MailBlock => ({
    kind: "card",
    title: lessonTime(lesson, school),
    facts: [
      ...lessonFacts(lesson),
      { label: "Move or cancel by", value: shortTime(lesson.cancelBy, school) },
    ],
    link: { label: "See, move or cancel this lesson", href: lesson.bookingUrl },
  }));
  return {
    preview: lessons.map(({ startsAt }) => shortTime(startsAt, school)).join(" · "),
    heading: several ? "Your lessons are booked" : "Your lesson is booked",
    greetingName: recipientName,
    blocks: [
      { kind: "paragraph", text: `${studentName}’s ${what} in ${courseName}:` },
      ...cards,
      { kind: "button", label: "See all lessons", href: scheduleUrl },
      {
        kind: "note",
        text: `Add the attached file to your calendar and you won’t miss ${several ? "them" : "it"}. Need help? Please ${reachSchool(school)}.`,
      },
    ],
  };
}
