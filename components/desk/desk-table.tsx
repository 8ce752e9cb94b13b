import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { DeskRow } from "@/lib/booking/desk/get-booking-desk";
import type { TimeZone } from "@/lib/time/zone";
import { WindowBadge } from "./window-badge";
import { windowText } from "./window-words";

type DeskTableProps = {
  courses: readonly DeskRow[];
  base: string;
  locale: string;
  timeZone: TimeZone;
};

/** Booked X of Y per hybrid course and week. */
export function DeskTable({ courses, base, locale, timeZone }: DeskTableProps) {
  return (
    <DataTable
      caption="Hybrid courses"
      rows={courses}
      rowKey={(row) => row.courseId}
      columns={[
        {
          key: "course",
          header: "Course",
          cell: (row) => (
            <>
              <TextLink href={`${base}/courses/${row.courseId}/booking`}>{row.name}</TextLink>
              <span className="block text-sm font-normal text-ink-soft">{row.teacherName}</span>
            </>
          ),
        },
        {
          key: "window",
          header: "Booking",
          cell: (row) => (
            <span title={windowText(row.window, locale, timeZone)}>
              <WindowBadge window={row.window} />
            </span>
          ),
        },
        {
          key: "booked",
          header: "Booked",
          align: "end",
          cell: (row) => `${row.booked} of ${row.owed}`,
        },
        { key: "weeks", header: "By week", cell: (row) => <Weeks row={row} /> },
        {
          key: "missing",
          header: "Still to book",
          align: "end",
          cell: (row) => (row.unbooked === 0 ? "nobody" : row.unbooked),
        },
      ]}
      empty={
        <EmptyState title="No hybrid courses in this term" character="alice">
          Families book individual lessons of hybrid courses. Make one under Courses.
        </EmptyState>
      }
    />
  );
}

function Weeks({ row }: { row: DeskRow }) {
  if (!row.hasPlan) return "no week plan";
  return (
    <ul className="flex flex-wrap justify-end gap-1.5 md:justify-start">
      {row.weeks.map(({ week, booked, owed, isPast }) => (
        <li
          key={week}
          className={`rounded-control px-2 py-1 text-sm tabular-nums ${tone(booked >= owed, isPast)}`}
        >
          <span className="sr-only">Week </span>
          <b>{week}</b>: {booked}/{owed}
        </li>
      ))}
    </ul>
  );
}

function tone(full: boolean, isPast: boolean): string {
  if (isPast) return "bg-surface-sunken text-ink-soft";
  return full ? "bg-success text-success-ink" : "bg-warning text-warning-ink";
}
