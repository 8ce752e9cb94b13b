import type { Instant } from "@/lib/time/instant";
import { lessonTime, longTime, shortTime, type MailLesson } from "./lesson-words";
import type { MailBlock, MailSchool, MailTemplate } from "./mail-content";

export type TeacherLessonProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  /** Where it is now, or was. */
  lesson: MailLesson;
  /** What became of it: when it was before, or why it is cancelled where somebody wrote it. */
  change: { became: "moved"; from: Instant } | { became: "cancelled"; note: string | null };
  scheduleUrl: string;
};

/** For the teacher of a booked lesson that was moved or cancelled. */
export const teacherLessonMail: MailTemplate<TeacherLessonProps> = {
  subject: ({ school, studentName, courseName, lesson, change }) => {
    const when = shortTime(lesson.startsAt, school);
    return change.became === "moved"
      ? `Moved: ${studentName}, ${courseName}, now ${when}`
      : `Cancelled: ${studentName}, ${courseName}, ${when}`;
  },
  content: (props) => ({
    preview: previewOf(props),
    heading: props.change.became === "moved" ? "A lesson was moved" : "A lesson was cancelled",
    greetingName: props.recipientName,
    blocks: [
      lessonCard(props),
      { kind: "button", label: "See your week", href: props.scheduleUrl },
    ],
  }),
};

function previewOf({ school, change }: TeacherLessonProps): string {
  if (change.became === "moved") return `It was ${shortTime(change.from, school)}`;
  return change.note ?? "The time is free again";
}

function lessonCard({ school, lesson, change, ...about }: TeacherLessonProps): MailBlock {
  const isMoved = change.became === "moved";
  return {
    kind: "card",
    title: lessonTime(lesson, school),
    facts: [
      { label: "Student", value: `${about.studentName}, ${about.courseName}` },
      { label: "Where", value: `${lesson.roomName}, ${lesson.locationName}` },
      ...(isMoved ? [{ label: "It was", value: longTime(change.from, school) }] : []),
      ...(isMoved || change.note === null ? [] : [{ label: "Why", value: change.note }]),
    ],
    ...(!isMoved && { over: true, label: "Cancelled" }),
  };
}
