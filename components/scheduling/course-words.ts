import type { LessonKind } from "@/components/shell/lesson-kind-badge";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import { addDays, asDay, type Day, type Weekday } from "@/lib/time/day";
import { formatDay, formatTime, formatTimeRange } from "@/lib/time/format";
import { asInstant } from "@/lib/time/instant";
import { minutesOfDay, type WallTime } from "@/lib/time/wall-time";
import type { TimeZone } from "@/lib/time/zone";

export const COURSE_KINDS: Record<CourseKind, { label: string; lesson: LessonKind }> = {
  HYBRID: { label: "Hybrid", lesson: "hybrid-group" },
  GROUP: { label: "Group", lesson: "group" },
  INDIVIDUAL: { label: "Individual", lesson: "individual" },
  BAND: { label: "Band", lesson: "band" },
  ONE_OFF: { label: "Workshop", lesson: "one-off" },
};

const WALL = "UTC" as TimeZone;
const A_SUNDAY = asDay("2026-01-04");

/** "Monday" in the school's language. */
export function weekdayName(weekday: Weekday, locale: string): string {
  return formatDay(addDays(A_SUNDAY, weekday), locale, "weekday");
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The days of a week by their names, from the one on which the school's begins. */
export function weekdaysFrom(
  weekStart: Weekday,
  locale: string,
): { weekday: Weekday; name: string }[] {
  const ordered = [...WEEK.slice(weekStart - 1), ...WEEK.slice(0, weekStart - 1)];
  return ordered.map((weekday) => ({ weekday, name: weekdayName(weekday, locale) }));
}

/** "4:00 pm" for a time on the wall. */
function wallTimeText(time: WallTime, locale: string): string {
  return formatTime(wallInstant(time), WALL, locale);
}

/** "3:30 – 7:00 pm" for times on the wall. */
export function wallRangeText(
  { startTime, endTime }: { startTime: WallTime; endTime: WallTime },
  locale: string,
): string {
  return formatTimeRange(
    { startsAt: wallInstant(startTime), endsAt: wallInstant(endTime) },
    WALL,
    locale,
  );
}

function wallInstant(time: WallTime) {
  return asInstant(minutesOfDay(time) * 60_000);
}

type Meeting = { weekday: Weekday | null; heldOn: Day | null; startTime: WallTime };

/** "Mondays 4:00 pm", or the day of a workshop. */
export function meetingText({ weekday, heldOn, startTime }: Meeting, locale: string): string {
  const time = wallTimeText(startTime, locale);
  if (heldOn !== null) return `${formatDay(heldOn, locale, "short")}, ${time}`;
  return weekday === null ? time : `${weekdayName(weekday, locale)}s ${time}`;
}
