import { CalendarX } from "lucide-react";
import type { CSSProperties } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type {
  CalendarDay,
  CalendarEntry as CalendarEntryView,
} from "@/lib/scheduling/week-calendar";
import { weekdayOf, type Day } from "@/lib/time/day";
import { formatDay, formatTime, formatTimeRange } from "@/lib/time/format";
import { asInstant, HOUR_MS } from "@/lib/time/instant";
import { asTimeZone, type TimeZone } from "@/lib/time/zone";
import { CalendarEntry, ENTRIES_CLASS, type CalendarLook } from "./calendar-entry";
import { KindMarks } from "./kind-marks";

const UTC = asTimeZone("UTC");
const GRID =
  "grid gap-6 md:grid-cols-[var(--columns)] md:gap-x-1.5 md:gap-y-0 print:grid-cols-[var(--columns)] print:gap-x-1 print:gap-y-0";

type WeekGridProps = {
  days: readonly CalendarDay[];
  today: Day;
  timeZone: TimeZone;
  look: Omit<CalendarLook, "timeText">;
};

/**
 * A week as a list by day on a phone, and from tablets up as a grid: a column for each day, a row
 * for each hour in which something begins. One set of elements serves both, and paper.
 */
export function WeekGrid({ days, today, timeZone, ...props }: WeekGridProps) {
  const look = { ...props.look, timeText: timeTexts(timeZone, props.look.locale) };
  const shown = days.filter((day) => weekdayOf(day.day) <= 5 || hasContent(day));
  const hours = hoursOf(shown.flatMap((day) => day.entries));
  return (
    <div
      className={classNames(GRID, ENTRIES_CLASS)}
      style={{ "--columns": `3.75rem repeat(${shown.length}, minmax(0, 1fr))` } as CSSProperties}
    >
      <KindMarks />
      {hours.map((hour, row) => (
        <div
          key={hour}
          aria-hidden="true"
          className="hidden border-t-2 border-line pt-2 text-sm text-ink-soft tabular-nums md:block print:block"
          style={{ gridColumn: "1 / -1", gridRow: row + 2 }}
        >
          {formatTime(asInstant(hour * HOUR_MS), UTC, look.locale)}
        </div>
      ))}
      {shown.map((day, column) => (
        <DayColumn key={day.day} {...{ day, today, look, hours, column }} />
      ))}
    </div>
  );
}

type DayColumnProps = {
  day: CalendarDay;
  today: Day;
  look: CalendarLook;
  hours: readonly number[];
  column: number;
};

function DayColumn({ day, today, look, hours, column }: DayColumnProps) {
  const isToday = day.day === today;
  const gridColumn = column + 2;
  return (
    <div className={classNames("md:contents print:contents", !hasContent(day) && "max-md:hidden")}>
      <div className="md:px-1 md:pb-2" style={{ gridColumn, gridRow: 1 }}>
        <h2 className="flex items-center gap-2 text-lg md:text-base">
          {formatDay(day.day, look.locale, "short")}
          {isToday ? (
            <span className="rounded-full bg-accent px-2 py-0.5 text-xs text-accent-ink">
              Today
            </span>
          ) : null}
        </h2>
        {day.closures.map(({ name, location }) => (
          <p
            key={`${name} ${location}`}
            className="mt-1 flex items-start gap-1.5 rounded-sm bg-danger px-2 py-1 text-sm font-semibold text-danger-ink"
          >
            <Icon icon={CalendarX} label="Closed" className="mt-0.5 size-4" />
            {location === null ? name : `${location}: ${name}`}
          </p>
        ))}
      </div>
      {hours.map((hour, row) => {
        const entries = day.entries.filter(({ startMinute }) => hourOf(startMinute) === hour);
        if (entries.length === 0) return null;
        return (
          <ol
            key={hour}
            className="mt-2 grid content-start gap-2 md:mt-0 md:gap-1.5 md:py-2"
            style={{ gridColumn, gridRow: row + 2 }}
          >
            {entries.map((entry) => (
              <CalendarEntry key={entry.id} entry={entry} look={look} />
            ))}
          </ol>
        );
      })}
    </div>
  );
}

/** Many lessons share their times: each is put into words once. */
function timeTexts(timeZone: TimeZone, locale: string): CalendarLook["timeText"] {
  const texts = new Map<string, string>();
  return ({ startsAt, endsAt }) => {
    const key = `${startsAt} ${endsAt}`;
    const text = texts.get(key) ?? formatTimeRange({ startsAt, endsAt }, timeZone, locale);
    texts.set(key, text);
    return text;
  };
}

/** The hours of the day in which any of the entries begins. */
function hoursOf(entries: readonly CalendarEntryView[]): number[] {
  const hours = new Set(entries.map(({ startMinute }) => hourOf(startMinute)));
  return [...hours].sort((a, b) => a - b);
}

function hourOf(minute: number): number {
  return Math.floor(minute / 60);
}

function hasContent(day: CalendarDay): boolean {
  return day.entries.length > 0 || day.closures.length > 0;
}
