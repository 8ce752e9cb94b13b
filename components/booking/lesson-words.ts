import type { SchoolFacts } from "@/lib/school-context";
import { formatDateTime, formatDay, formatTime } from "@/lib/time/format";
import type { Day } from "@/lib/time/day";
import { isoFromInstant, type Instant } from "@/lib/time/instant";

/** What words about time need of a school; small enough to be sent to the browser. */
export type SchoolClock = Pick<SchoolFacts, "timeZone" | "locale">;

/** A slot as the screens show it; `at` is what a form sends. */
export type SlotView = {
  at: string;
  startsAt: Instant;
  day: Day;
  dayLabel: string;
  time: string;
  besideSibling: string | null;
  roomName?: string | undefined;
};

type SlotFacts = Pick<SlotView, "startsAt" | "day" | "besideSibling" | "roomName">;

export function slotView(clock: SchoolClock, slot: SlotFacts): SlotView {
  return {
    at: isoFromInstant(slot.startsAt),
    startsAt: slot.startsAt,
    day: slot.day,
    dayLabel: formatDay(slot.day, clock.locale, "short"),
    time: formatTime(slot.startsAt, clock.timeZone, clock.locale),
    besideSibling: slot.besideSibling,
    roomName: slot.roomName,
  };
}

/** "Mon 30 Nov, 4:00 pm". */
export function whenText(clock: SchoolClock, at: Instant): string {
  return formatDateTime(at, clock.timeZone, clock.locale);
}

/** "1 lesson", "3 lessons". */
export function lessonCount(count: number): string {
  return count === 1 ? "1 lesson" : `${count} lessons`;
}

/** "1 hour", "24 hours". */
export function hourCount(count: number): string {
  return count === 1 ? "1 hour" : `${count} hours`;
}

/** "23 – 29 Nov" or "30 Nov – 6 Dec", without weekdays. */
export function weekDates(clock: SchoolClock, week: { from: Day; to: Day }): string {
  const [from, to] = [week.from, week.to].map((day) =>
    formatDay(day, clock.locale, "short").replace(/^\S+\s/, ""),
  );
  const [start = "", month = ""] = from?.split(" ") ?? [];
  return `${to?.endsWith(` ${month}`) ? start : from} – ${to}`;
}

/** "Mia's", "Chris'". */
export function whose(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}
