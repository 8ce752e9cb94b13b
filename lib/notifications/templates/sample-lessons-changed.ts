import type { LessonsChangedProps } from "./lessons-changed";
import type { MailLesson } from "./lesson-words";

type Samples = {
  school: LessonsChangedProps["school"];
  lessons: [MailLesson, MailLesson];
  app: string;
};

/** A change of the schedule as a family reads of it. */
export function sampleLessonsChanged({
  school,
  lessons: [first, second],
  app,
}: Samples): LessonsChangedProps {
  return {
    school,
    recipientName: "Priya",
    learning: [
      {
        who: "Mia",
        courseName: "Piano Foundation 1",
        lessons: [{ became: "cancelled", before: first, after: null, reason: "Staff day" }],
        rebook: { url: `${app}/book/0193?week=8`, until: second.startsAt },
      },
      {
        who: "Leo",
        courseName: "Guitar Group",
        lessons: [
          { became: "cancelled", before: first, after: null, reason: "Staff day" },
          {
            became: "changed",
            before: second,
            after: { ...second, roomName: "Hall" },
            reason: null,
          },
        ],
        rebook: null,
      },
    ],
    teaching: [],
    hasFile: true,
    scheduleUrl: app,
  };
}

/** The same for a teacher: lessons that are held again. */
export function sampleTeachingChanged({ school, lessons, app }: Samples): LessonsChangedProps {
  const restored = lessons.map(
    (after) => ({ became: "restored", before: null, after, reason: null }) as const,
  );
  return {
    ...{ school, recipientName: "Sofia", learning: [], hasFile: false, scheduleUrl: app },
    teaching: [{ who: null, courseName: "Guitar Group", lessons: restored, rebook: null }],
  };
}
