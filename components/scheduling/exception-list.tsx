import { Badge } from "@/components/ui/badge";
import type { SchoolAction } from "@/lib/action";
import type { DatedEntry } from "@/lib/scheduling/find-dated-entries";
import { formatDay } from "@/lib/time/format";
import { ActionForm } from "./action-form";
import { wallRangeText } from "./course-words";

type ExceptionListProps = {
  entries: readonly DatedEntry[];
  /** Null: they are only read. */
  remove: SchoolAction | null;
  locale: string;
};

/** What is different on dates ahead. */
export function ExceptionList({ entries, remove, locale }: ExceptionListProps) {
  if (entries.length === 0) return <p className="text-ink-soft">Every week ahead is as usual.</p>;
  return (
    <ul className="grid gap-2">
      {entries.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-surface-sunken p-3"
        >
          <div className="grid gap-1">
            <Badge tone={one.kind === "EXTRA" ? "success" : "warning"}>
              {one.kind === "EXTRA" ? "Extra time" : "Away"}
            </Badge>
            <p className="font-bold tabular-nums">
              {daysText(one, locale)}, {timesText(one, locale)}
            </p>
            <p className="text-sm text-ink-soft">
              {[one.locationName, one.reason].filter(Boolean).join(", ")}
            </p>
          </div>
          {remove === null ? null : (
            <ActionForm
              action={remove}
              fields={{ exceptionId: one.id }}
              submit={
                <>
                  Remove<span className="sr-only"> {daysText(one, locale)}</span>
                </>
              }
              variant="plain"
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function daysText({ on, until }: DatedEntry, locale: string): string {
  const first = formatDay(on, locale, "short");
  return on === until ? first : `${first} to ${formatDay(until, locale, "short")}`;
}

function timesText(entry: DatedEntry, locale: string): string {
  const isAllDay = entry.startTime === "00:00" && entry.endTime === "24:00";
  return isAllDay ? "all day" : wallRangeText(entry, locale);
}
