import { LESSON_KINDS } from "@/components/shell/lesson-kind-badge";
import type { CalendarEntry as Entry } from "@/lib/scheduling/week-calendar";
import { KindMark } from "./kind-marks";

/** How much a calendar says. */
export type CalendarLook = {
  locale: string;
  /** "4:00 – 5:00 pm" */
  timeText: (entry: Pick<Entry, "startsAt" | "endsAt">) => string;
  /** Whether the teacher is named: not where all lessons are one's own. */
  teachers: boolean;
  /** Whether groups list their names at once, fold them away or leave them out. */
  rosters: "open" | "folded" | "none";
  /** Where the courses have their pages, if the reader may go there. */
  coursesHref?: string;
};

const PLACEHOLDER = "border-2 border-dashed border-kind-hybrid-individual-ink bg-surface-raised";

/**
 * The look of the entries, set once around all of them: a week of a large school has a thousand, and
 * each has as few elements as it can.
 */
export const ENTRIES_CLASS =
  "[&_li]:break-inside-avoid [&_li]:rounded-control [&_li]:px-2.5 [&_li]:py-2 [&_li]:text-sm [&_li]:leading-snug [&_li]:tabular-nums [&_li>b]:block [&_li>b]:font-display [&_li>b]:text-base [&_li>b]:leading-tight [&_li>span]:block [&_li>strong]:block [&_li>svg]:float-right [&_li>svg]:ml-1 [&_li>svg]:-mb-1 [&_li>svg]:size-4.5 [&_li_a]:rounded-sm [&_li_a]:underline [&_li_a]:underline-offset-4";

/** One lesson or placeholder: its kind by colour and by icon. */
export function CalendarEntry({ entry, look }: { entry: Entry; look: CalendarLook }) {
  const { kind, placeholder, courseId, courseName } = entry;
  return (
    <li className={placeholder ? PLACEHOLDER : LESSON_KINDS[kind].colours}>
      <KindMark kind={kind} />
      {look.timeText(entry)}
      <b>
        {look.coursesHref === undefined ? (
          courseName
        ) : (
          <a href={`${look.coursesHref}/${courseId}`}>{courseName}</a>
        )}
      </b>
      {placeholder ? (
        <Placeholder {...placeholder} counted={look.rosters !== "none"} />
      ) : (
        <Students students={entry.students} rosters={look.rosters} />
      )}
      <span>{placesText(entry, look)}</span>
    </li>
  );
}

type PlaceholderProps = NonNullable<Entry["placeholder"]> & { counted: boolean };

function Placeholder({ text, booked, owed, counted }: PlaceholderProps) {
  return (
    <>
      <strong>{text}</strong>
      {counted ? <span>{`${booked} of ${owed} booked`}</span> : null}
    </>
  );
}

function Students({ students, rosters }: Pick<CalendarLook, "rosters"> & { students: string[] }) {
  if (rosters === "none") return null;
  if (students.length === 0) return <span>Nobody enrolled</span>;
  if (students.length === 1) return <strong>{students[0]}</strong>;
  const names = students.join(", ");
  if (rosters === "open") return <span>{names}</span>;
  return (
    <details>
      <summary className="-mx-1 flex min-h-6 pointer-coarse:min-h-11 items-center rounded-sm px-1 font-bold underline decoration-dotted underline-offset-4">
        {students.length} students
      </summary>
      {names}
    </details>
  );
}

function placesText({ teacher, room, location, placeholder }: Entry, look: CalendarLook): string {
  const where = placeholder ? [] : [room, location];
  return (look.teachers ? [teacher, ...where] : where).join(", ");
}
