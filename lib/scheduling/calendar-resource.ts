import { isoFromInstant, type Instant } from "@/lib/time/instant";
import type { CalendarEntry, CalendarRange } from "./calendar-range";
import type { LessonDetails } from "./lesson-details";

/** A calendar as machines see it; every moment is ISO 8601 in UTC. */
export function calendarResource({ entries, closures, ...range }: CalendarRange) {
  const iso = isoTexts();
  return {
    ...range,
    closures: closures.map(({ name, startsOn, endsOn, locationId, location }) => ({
      ...{ name, startsOn, endsOn, locationId, location },
    })),
    entries: entries.map((entry) => entryResource(entry, iso)),
  };
}

export type CalendarResource = ReturnType<typeof calendarResource>;
export type EntryResource = CalendarResource["entries"][number];

function entryResource(
  { startsAt, endsAt, ...entry }: CalendarEntry,
  iso: (instant: Instant) => string,
) {
  return { ...entry, startsAt: iso(startsAt), endsAt: iso(endsAt) };
}

/** Many lessons share their times: each is put into words once. */
function isoTexts(): (instant: Instant) => string {
  const texts = new Map<Instant, string>();
  return (instant) => {
    let text = texts.get(instant);
    if (text === undefined) texts.set(instant, (text = isoFromInstant(instant)));
    return text;
  };
}

export function lessonDetailsResource({ roster, ...details }: LessonDetails) {
  return {
    ...details,
    startsAt: isoFromInstant(details.startsAt),
    endsAt: isoFromInstant(details.endsAt),
    roster: roster.map(({ lessonAt, ...row }) => ({
      ...row,
      lessonAt: lessonAt === null ? null : isoFromInstant(lessonAt),
    })),
  };
}

export type LessonDetailsResource = ReturnType<typeof lessonDetailsResource>;
