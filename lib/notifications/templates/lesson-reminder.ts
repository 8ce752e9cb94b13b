import { lessonFacts, lessonTime, namesInWords, reachSchool, shortTime } from "./lesson-words";
import type { MailLesson } from "./lesson-words";
import type { MailContent, MailSchool, MailTemplate } from "./mail-content";

export type LessonReminderProps = {
  school: MailSchool;
  recipientName: string | null;
  /** The family's children in this lesson. */
  studentNames: readonly string[];
  courseName: string;
  lesson: MailLesson;
  isGroup: boolean;
  lessonUrl: string;
};

export const lessonReminderMail: MailTemplate<LessonReminderProps> = {
  subject: ({ school, studentNames, courseName, lesson }) =>
    `Reminder: ${namesInWords(studentNames)}, ${courseName}, ${shortTime(lesson.startsAt, school)}`,
  content: lessonReminderContent,
};

function lessonReminderContent(props: LessonReminderProps): MailContent {
  const { school, studentNames, courseName, lesson, isGroup } = props;
  const kind = isGroup ? "lesson" : "individual lesson";
  return {
    preview: `${lessonTime(lesson, school)}, ${lesson.roomName}, ${lesson.locationName}`,
    heading: "See you soon",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `A reminder of ${namesInWords(studentNames)}’s ${kind} in ${courseName}:`,
      },
      { kind: "card", title: lessonTime(lesson, school), facts: lessonFacts(lesson) },
      { kind: "button", label: "See the lesson", href: props.lessonUrl },
      { kind: "note", text: `Cannot come? Please ${reachSchool(school)}.` },
    ],
  };
}
