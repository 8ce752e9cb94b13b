import { MapPin } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import type { AvailabilityView } from "@/lib/scheduling/get-availability";
import type { Weekday } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";
import { wallRangeText } from "./course-words";

type AvailabilityWeekProps = {
  days: readonly { weekday: Weekday; name: string }[];
  windows: AvailabilityView["windows"];
  locale: string;
};

/** The open times at a glance: a column for each weekday, a list of days on a phone. */
export function AvailabilityWeek({ days, windows, locale }: AvailabilityWeekProps) {
  return (
    <section aria-label="Open times in a week">
      <ul className="grid gap-2 md:grid-cols-7">
        {days.map(({ weekday, name }) => {
          const open = windows.filter((window) => window.weekday === weekday);
          return (
            <li key={weekday} className="rounded-card bg-surface-raised p-3">
              <h2 className="mb-1 text-base">{name}</h2>
              {open.length === 0 ? <p className="text-sm text-ink-soft">closed</p> : null}
              <ul className="grid gap-1">
                {open.map((window) => (
                  <li
                    key={`${window.startTime} ${window.locationId} ${window.validFrom}`}
                    className="rounded-control bg-success px-2 py-1 text-sm text-success-ink"
                  >
                    <b className="tabular-nums">{wallRangeText(window, locale)}</b>
                    <span className="flex items-center gap-1">
                      <Icon icon={MapPin} className="size-4" />
                      {window.locationName}
                    </span>
                    {window.validUntil ? (
                      <span className="block">
                        until {formatDay(window.validUntil, locale, "short")}
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
