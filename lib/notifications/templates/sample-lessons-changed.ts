import type { LessonsChangedProps } from "./lessons-changed";
import type { MailLesson } from "./lesson-words";

type Samples = {
  school: LessonsChangedProps["school"];
  lessons: [MailLesson, MailLesson];
  app: string;
};

const plain = { week: 8, window: null, reason: null };
const cancelled = { ...plain, became: "cancelled", after: null, reason: "Staff day" } as const;

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
        lessons: [{ ...cancelled, before: first }],
        book: { url: `${app}/book/0193?week=8`, until: second.startsAt, again: true },
      },
      {
        who: "Leo",
        courseName: "Guitar Group",
        lessons: [
          { ...cancelled, before: first },
          {
            became: "changed",
            before: second,
            after: { ...second, roomName: "Hall" },
            ...plain,
          },
        ],
        book: null,
      },
    ],
    teaching: [],
    hasFile: true,
    scheduleUrl: app,
  };
}

/** A group week that is one of individual lessons now. */
export function sampleNowIndividual({ school, lessons, app }: Samples): LessonsChangedProps {
  const [before, { startsAt: closesAt }] = lessons;
  const window = { state: "open", closesAt } as const;
  return {
    ...{ school, recipientName: "Priya", teaching: [], hasFile: false, scheduleUrl: app },
    learning: [
      {
        who: "Mia",
        courseName: "Piano Foundation 1",
        lessons: [{ ...plain, became: "individual", before, after: null, window }],
        book: { url: `${app}/book/0193?week=8`, until: closesAt, again: false },
      },
    ],
  };
}

/** The same for a teacher: lessons that are held again. */
export function sampleTeachingChanged({ school, lessons, app }: Samples): LessonsChangedProps {
  const restored = lessons.map(
    (after) => ({ became: "restored", before: null, after, ...plain }) as const,
  );
  return {
    ...{ school, recipientName: "Sofia", learning: [], hasFile: false, scheduleUrl: app },
    teaching: [{ who: null, courseName: "Guitar Group", lessons: restored, book: null }],
  };
}
