import type { SchoolAction } from "@/lib/action";
import type { ListedNotice } from "@/lib/notifications/notices/list-notices";
import { addDays, type Day } from "@/lib/time/day";
import { formatDay, formatTime } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { dayAt, type TimeZone } from "@/lib/time/zone";
import { NoticeButton } from "./notice-button";

type Clock = { timeZone: TimeZone; locale: string };

type NoticeDaysProps = {
  notices: readonly ListedNotice[];
  now: Instant;
  clock: Clock;
  open: SchoolAction;
};

/** Notices under the days on which they came. */
export function NoticeDays({ notices, now, clock, open }: NoticeDaysProps) {
  const { timeZone, locale } = clock;
  const days = [...Map.groupBy(notices, ({ createdAt }) => dayAt(createdAt, timeZone))];
  return days.map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="grid gap-2">
      <h2 id={`day-${day}`} className="text-xl">
        {dayName(day, dayAt(now, timeZone), locale)}
      </h2>
      <ul className="grid gap-2">
        {ofDay.map((notice) => (
          <li key={notice.id}>
            <NoticeButton
              {...{ notice, open }}
              time={formatTime(notice.createdAt, timeZone, locale)}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function dayName(day: Day, today: Day, locale: string): string {
  if (day === today) return "Today";
  if (day === addDays(today, -1)) return "Yesterday";
  return formatDay(day, locale, "short");
}
