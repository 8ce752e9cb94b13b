import {
  becameInWords,
  changesInWords,
  startOfChanged,
  type ChangedCourse,
} from "./changed-lesson-words";
import { longTime, reachSchool } from "./lesson-words";
import type { MailBlock, MailContent, MailSchool, MailTemplate } from "./mail-content";

export type LessonsChangedProps = {
  school: MailSchool;
  recipientName: string | null;
  /** What the reader's children or the reader learns. */
  learning: readonly ChangedCourse[];
  /** What the reader teaches. */
  teaching: readonly ChangedCourse[];
  /** A booked lesson was cancelled: it can be taken out of a calendar with the attached file. */
  hasFile: boolean;
  scheduleUrl: string;
};

/** One mail about one change of the schedule, whatever it did to however many lessons. */
export const lessonsChangedMail: MailTemplate<LessonsChangedProps> = {
  subject: ({ school, learning, teaching }) => changesInWords([...learning, ...teaching], school),
  content: lessonsChangedContent,
};

function lessonsChangedContent(props: LessonsChangedProps): MailContent {
  const { school, learning, teaching } = props;
  const both = learning.length > 0 && teaching.length > 0;
  return {
    preview: previewOf(props),
    heading: headingOf(props),
    greetingName: props.recipientName,
    blocks: [
      { kind: "paragraph", text: `${school.name} has changed the schedule.` },
      ...learning.map((course) => courseCard(course, school)),
      ...nextStep(props),
      ...(both ? [{ kind: "paragraph", text: "Lessons that you teach:" } as const] : []),
      ...teaching.map((course) => courseCard(course, school)),
      { kind: "button", label: "See the schedule", href: props.scheduleUrl },
      ...fileNote(props),
    ],
  };
}

function headingOf({ learning, teaching }: LessonsChangedProps): string {
  const lessons = [...learning, ...teaching].flatMap((course) => course.lessons);
  const all = (became: string) => lessons.every((lesson) => lesson.became === became);
  const one = lessons.length === 1;
  if (all("cancelled")) return one ? "A lesson is cancelled" : "Lessons are cancelled";
  if (all("restored")) return one ? "A lesson is back on" : "Lessons are back on";
  return one ? "A lesson has changed" : "Lessons have changed";
}

const MOST_IN_PREVIEW = 4;

/** "Mon 3 May, 4:00 pm: Cancelled · Wed 5 May, 5:00 pm: Cancelled · and 3 more". */
function previewOf({ school, learning, teaching }: LessonsChangedProps): string {
  const lines = [...learning, ...teaching].flatMap(({ lessons }) =>
    lessons.map((one) => `${startOfChanged(one, school)}: ${becameInWords(one, school)}`),
  );
  const more = lines.length - MOST_IN_PREVIEW;
  const shown = more > 0 ? [...lines.slice(0, MOST_IN_PREVIEW), `and ${more} more`] : lines;
  return shown.join(" · ");
}

function courseCard(course: ChangedCourse, school: MailSchool): MailBlock {
  const { who, courseName, lessons, book } = course;
  return {
    kind: "card",
    title: who === null ? courseName : `${who}: ${courseName}`,
    facts: lessons.map((lesson) => ({
      label: startOfChanged(lesson, school),
      value: becameInWords(lesson, school),
    })),
    ...(book !== null && { link: { label: bookLabel(book, school), href: book.url } }),
  };
}

function bookLabel(book: NonNullable<ChangedCourse["book"]>, school: MailSchool): string {
  const { until, again } = book;
  const label = again ? "Book another time" : "Book a time";
  return until === null ? label : `${label} until ${longTime(until, school)}`;
}

/** Whoever lost a lesson and cannot book another by themselves asks the school. */
function nextStep({ school, learning }: LessonsChangedProps): MailBlock[] {
  const isLost = learning.some(
    ({ book, lessons }) => book === null && lessons.some(({ became }) => became === "cancelled"),
  );
  if (!isLost) return [];
  return [{ kind: "paragraph", text: `Questions? Please ${reachSchool(school)}.` }];
}

function fileNote({ hasFile }: LessonsChangedProps): MailBlock[] {
  if (!hasFile) return [];
  const text = "Open the attached file to take the booked lessons out of your calendar.";
  return [{ kind: "note", text }];
}
