import type { DaysReopenedProps } from "./days-reopened";
import type { LessonsChangedProps } from "./lessons-changed";
import type { MailLesson } from "./lesson-words";
import type { TeacherLessonProps } from "./teacher-lesson";

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

/** Two booked lessons of days that are open again: one time is still free, one is taken. */
export function sampleReopened({ school, lessons, app }: Samples): DaysReopenedProps {
  return {
    ...{ school, recipientName: "Priya", bookUrl: app },
    lessons: lessons.map(({ startsAt }, index) => ({
      ...{ studentName: "Mia", courseName: "Piano Foundation 1", week: 8 + index, startsAt },
      ...{ isFree: index === 0, hasSlots: true, url: `${app}/book/0193?week=${8 + index}` },
      window: { state: "open", closesAt: null },
    })),
  };
}

/** Booked lessons as their teacher hears of them. */
export function sampleTaughtLessons({ school, lessons, app }: Samples) {
  const [first, second] = lessons;
  const about = {
    ...{ school, recipientName: "Sofia", studentName: "Mia", courseName: "Piano Foundation 1" },
    scheduleUrl: app,
  };
  return {
    moved: { ...about, lesson: second, change: { became: "moved", from: first.startsAt } },
    cancelled: { ...about, lesson: first, change: { became: "cancelled", note: "Mia is ill." } },
  } satisfies Record<string, TeacherLessonProps>;
}
