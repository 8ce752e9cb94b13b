import { bookedLessonCard, type BookedMailLesson } from "./booked-lesson-card";
import { reachSchool, shortTime } from "./lesson-words";
import type { MailBlock, MailContent, MailSchool, MailTemplate } from "./mail-content";

export type UnbookedSettledProps = {
  school: MailSchool;
  recipientName: string | null;
  studentName: string;
  courseName: string;
  /** What the school has chosen, in the order of time. */
  given: readonly BookedMailLesson[];
  /** The weeks that stay without a lesson. */
  weeks: readonly number[];
  scheduleUrl: string;
};

export const unbookedSettledMail: MailTemplate<UnbookedSettledProps> = {
  subject: ({ studentName, courseName, given }) =>
    given.length === 0
      ? `Not booked: ${studentName}, ${courseName}`
      : `We chose ${given.length === 1 ? "a time" : `${given.length} times`}: ${studentName}, ${courseName}`,
  content: unbookedSettledContent,
};

function unbookedSettledContent(props: UnbookedSettledProps): MailContent {
  const { school, given, studentName, courseName } = props;
  return {
    preview:
      given.length === 0
        ? `Booking for ${courseName} has closed`
        : given.map(({ startsAt }) => shortTime(startsAt, school)).join(" · "),
    heading: given.length === 0 ? "Booking has closed" : "We chose a time for you",
    greetingName: props.recipientName,
    blocks: [
      {
        kind: "paragraph",
        text: `Booking for ${courseName} has closed, and ${studentName} had lessons still to book.`,
      },
      ...givenBlocks(props),
      ...leftBlocks(props),
      { kind: "button", label: "See all lessons", href: props.scheduleUrl },
    ],
  };
}

function givenBlocks({ school, given }: UnbookedSettledProps): MailBlock[] {
  if (given.length === 0) return [];
  return [
    { kind: "paragraph", text: "We have booked the free time nearest to the group lesson:" },
    ...given.map((lesson) => bookedLessonCard(lesson, school)),
  ];
}

function leftBlocks({ school, weeks, given }: UnbookedSettledProps): MailBlock[] {
  if (weeks.length === 0) return [];
  const [last] = weeks.slice(-1);
  const one = weeks.length === 1;
  const which = one
    ? `Week ${last} stays`
    : `Weeks ${weeks.slice(0, -1).join(", ")} and ${last} stay`;
  const charge = given.length > 0 ? "" : ` and ${one ? "is" : "are"} not charged`;
  const still = `Would you still like ${one ? "one" : "them"}? Please ${reachSchool(school)}.`;
  return [{ kind: "paragraph", text: `${which} without a lesson${charge}. ${still}` }];
}
