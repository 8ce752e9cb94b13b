import type { Instant } from "@/lib/time/instant";
import { lessonFacts, lessonTime, shortTime, type MailLesson } from "./lesson-words";
import type { MailBlock, MailSchool } from "./mail-content";

/** A booked lesson that its family may still move or cancel. */
export type BookedMailLesson = MailLesson & { cancelBy: Instant; bookingUrl: string };

export function bookedLessonCard(lesson: BookedMailLesson, school: MailSchool): MailBlock {
  return {
    kind: "card",
    title: lessonTime(lesson, school),
    facts: [
      ...lessonFacts(lesson),
      { label: "Move or cancel by", value: shortTime(lesson.cancelBy, school) },
    ],
    link: { label: "See, move or cancel this lesson", href: lesson.bookingUrl },
  };
}
