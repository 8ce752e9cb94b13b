import type { MouseEvent } from "react";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { DayRange } from "@/lib/scheduling/calendar-address";
import { daysOfRange } from "@/lib/scheduling/calendar-range";
import type { CalendarResource } from "@/lib/scheduling/calendar-resource";
import type { Day } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";
import { parseInstant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import type { CalendarSetting } from "./calendar-setting";

/** More than a grid of a week or month can show so that anybody finds something. */
const MOST_IN_GRID = 1_500;

export function isCrowded({ entries }: Pick<CalendarResource, "entries">): boolean {
  return entries.length > MOST_IN_GRID;
}

/** So many in a week stand side by side that most are behind a "+ more". */
const MANY_IN_WEEK = 150;

export function isFull({ entries }: Pick<CalendarResource, "entries">): boolean {
  return MANY_IN_WEEK < entries.length && entries.length <= MOST_IN_GRID;
}

type CrowdedRangeProps = {
  setting: CalendarSetting;
  range: DayRange;
  calendar: CalendarResource;
  hrefOf: (day: Day) => string;
  /** Shows a day without leaving the page. */
  onDay?: (day: Day) => void;
};

/** How many lessons each day has, instead of thousands of boxes. */
export function CrowdedRange({ setting, range, calendar, hrefOf, onDay }: CrowdedRangeProps) {
  const { timeZone, locale } = setting.school;
  const counts = new Map<Day, number>();
  for (const { startsAt } of calendar.entries) {
    const instant = parseInstant(startsAt);
    if (instant === null) continue;
    const day = dayAt(instant, timeZone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const numbers = new Intl.NumberFormat(locale);
  return (
    <div className="grid gap-4">
      <Alert tone="info" title={`${numbers.format(calendar.entries.length)} lessons`}>
        Too many to show at once. Choose a teacher, room, location or course above, or a day.
      </Alert>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {daysOfRange(range)
          .filter((day) => counts.has(day))
          .map((day) => (
            <li
              key={day}
              className="flex min-h-13 items-center justify-between gap-4 rounded-card bg-surface-raised px-4"
            >
              <TextLink
                href={hrefOf(day)}
                {...(onDay && {
                  onClick: (event: MouseEvent) => {
                    event.preventDefault();
                    onDay(day);
                  },
                })}
              >
                {formatDay(day, locale, "short")}
              </TextLink>
              <span className="tabular-nums">{numbers.format(counts.get(day) ?? 0)} lessons</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
