import type { BookingWindow } from "@/lib/booking/window/booking-window";
import type { Instant } from "@/lib/time/instant";
import { longTime, namesInWords, reachSchool, shortTime } from "./lesson-words";
import type { MailBlock, MailContent, MailSchool, MailTemplate } from "./mail-content";

/** A booked lesson that a closure cancelled, on a day that is open again. */
export type ReopenedLesson = {
  studentName: string;
  courseName: string;
  week: number;
  /** When it was. */
  startsAt: Instant;
  /** Its time can be booked again. */
  isFree: boolean;
  /** Any time of its week can. */
  hasSlots: boolean;
  window: BookingWindow;
  /** Where it is booked. */
  url: string;
};

export type DaysReopenedProps = {
  school: MailSchool;
  recipientName: string | null;
  /** By time, at least one. */
  lessons: readonly ReopenedLesson[];
  bookUrl: string;
};

/** For a family that lost booked lessons to a closure that is taken back. */
export const daysReopenedMail: MailTemplate<DaysReopenedProps> = {
  subject: ({ school, lessons }) => `Open again: ${whatOf(lessons, school)}`,
  content: daysReopenedContent,
};

function whatOf(lessons: readonly ReopenedLesson[], school: MailSchool): string {
  const [first] = lessons;
  if (lessons.length === 1 && first !== undefined) {
    const { studentName, courseName, startsAt } = first;
    return `${studentName}, ${courseName}, ${shortTime(startsAt, school)}`;
  }
  const names = [...new Set(lessons.map(({ studentName }) => studentName))];
  return `${lessons.length} lessons to book again, ${namesInWords(names)}`;
}

function daysReopenedContent(props: DaysReopenedProps): MailContent {
  const { school, lessons } = props;
  const one = lessons.length === 1;
  return {
    preview: lessons.map((lesson) => previewOf(lesson, school)).join(" · "),
    heading: "Open again",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `${school.name} was to be closed and is open again. ${one ? "This booked lesson stays cancelled and has" : "These booked lessons stay cancelled and have"} to be booked again:`,
      },
      ...lessons.map((lesson) => lessonCard(lesson, school)),
      { kind: "button", label: "See what is to book", href: props.bookUrl },
      { kind: "note", text: `Questions? Please ${reachSchool(school)}.` },
    ],
  };
}

function previewOf(lesson: ReopenedLesson, school: MailSchool): string {
  return `${lesson.studentName}, ${shortTime(lesson.startsAt, school)}: ${whatNow(lesson, school)}`;
}

function lessonCard(lesson: ReopenedLesson, school: MailSchool): MailBlock {
  const { studentName, courseName, week, startsAt, isFree, hasSlots, url } = lesson;
  const label = isFree ? "Book this time again" : "Choose another time";
  return {
    kind: "card",
    title: `${studentName}: ${courseName}, week ${week}`,
    facts: [
      { label: "It was", value: longTime(startsAt, school) },
      { label: "Now", value: whatNow(lesson, school) },
    ],
    ...(isOpen(lesson) && hasSlots && { link: { label, href: url } }),
  };
}

function isOpen({ window }: ReopenedLesson): boolean {
  return window.state === "open";
}

/** "this time is still free, book it until Sun 6 Dec, 8:00 pm". */
function whatNow({ isFree, hasSlots, window }: ReopenedLesson, school: MailSchool): string {
  switch (window.state) {
    case "none":
      return "booking is not open yet";
    case "not-yet":
      return `booking opens ${shortTime(window.opensAt, school)}`;
    case "closed":
      return `booking has closed, please ${reachSchool(school)}`;
    case "open": {
      const until = window.closesAt === null ? "" : ` until ${shortTime(window.closesAt, school)}`;
      if (isFree) return `this time is still free, book it${until}`;
      return hasSlots
        ? `this time is taken, book another one${until}`
        : `no time is free in that week, please ${reachSchool(school)}`;
    }
  }
}
