import { DoorOpen, UserRound } from "lucide-react";
import Link from "next/link";
import { LESSON_KINDS } from "@/components/shell/lesson-kind-badge";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { CalendarEntry as Entry } from "@/lib/scheduling/week-calendar";
import { formatTimeRange } from "@/lib/time/format";
import type { TimeZone } from "@/lib/time/zone";

/** How much a calendar says. */
export type CalendarLook = {
  timeZone: TimeZone;
  locale: string;
  /** Whether the teacher is named: not where all lessons are one's own. */
  teachers: boolean;
  /** Whether groups list their names at once, fold them away or leave them out. */
  rosters: "open" | "folded" | "none";
  /** Where the courses have their pages, if the reader may go there. */
  coursesHref?: string;
};

/** One lesson or placeholder: its kind by colour and by icon. */
export function CalendarEntry({ entry, look }: { entry: Entry; look: CalendarLook }) {
  const kind = LESSON_KINDS[entry.kind];
  const { placeholder } = entry;
  return (
    <li
      className={classNames(
        "rounded-control px-2.5 py-2 text-sm leading-snug break-inside-avoid",
        placeholder
          ? "border-2 border-dashed border-kind-hybrid-individual-ink bg-surface-raised text-ink"
          : kind.colours,
      )}
    >
      <p className="flex items-center justify-between gap-2 font-semibold">
        <span className="tabular-nums">{formatTimeRange(entry, look.timeZone, look.locale)}</span>
        <Icon icon={kind.icon} label={kind.label} className="size-4" />
      </p>
      <p className="font-display text-base leading-tight font-bold">
        <CourseName entry={entry} look={look} />
      </p>
      {placeholder ? (
        <p>
          <span className="font-bold">{placeholder.text}</span>
          {look.rosters === "none" ? null : (
            <span className="block tabular-nums">
              {placeholder.booked} of {placeholder.owed} booked
            </span>
          )}
        </p>
      ) : (
        <Students students={entry.students} rosters={look.rosters} />
      )}
      <Facts entry={entry} look={look} />
    </li>
  );
}

function CourseName({ entry, look }: { entry: Entry; look: CalendarLook }) {
  if (look.coursesHref === undefined) return entry.courseName;
  return (
    <Link
      href={`${look.coursesHref}/${entry.courseId}`}
      prefetch={false}
      className="rounded-sm underline decoration-2 underline-offset-4 hover:decoration-4"
    >
      {entry.courseName}
    </Link>
  );
}

function Students({ students, rosters }: Pick<CalendarLook, "rosters"> & { students: string[] }) {
  if (rosters === "none") return null;
  if (students.length === 0) return <p>Nobody enrolled</p>;
  if (students.length === 1) return <p className="font-bold">{students[0]}</p>;
  const names = students.join(", ");
  if (rosters === "open") return <p>{names}</p>;
  return (
    <details>
      <summary className="-mx-1 flex min-h-6 items-center rounded-sm px-1 font-bold underline decoration-dotted underline-offset-4">
        {students.length} students
      </summary>
      <p>{names}</p>
    </details>
  );
}

function Facts({ entry, look }: { entry: Entry; look: CalendarLook }) {
  if (entry.placeholder && !look.teachers) return null;
  return (
    <ul className="mt-1">
      {look.teachers ? (
        <li className="flex items-center gap-1.5">
          <Icon icon={UserRound} label="Teacher" className="size-3.5" />
          {entry.teacher}
        </li>
      ) : null}
      {entry.placeholder ? null : (
        <li className="flex items-center gap-1.5">
          <Icon icon={DoorOpen} label="Room" className="size-3.5" />
          {entry.room}, {entry.location}
        </li>
      )}
    </ul>
  );
}
