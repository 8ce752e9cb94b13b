import type { EventInput } from "@fullcalendar/react";
import type { CalendarResource, EntryResource } from "@/lib/scheduling/calendar-resource";
import type { EntryKind } from "@/lib/scheduling/calendar-range";
import type { CalendarOwner } from "@/lib/scheduling/calendar-reach";
import { asDay, addDays } from "@/lib/time/day";
import { parseInstant } from "@/lib/time/instant";
import { minutesOfDay } from "@/lib/time/wall-time";
import { wallTimeAt, type TimeZone } from "@/lib/time/zone";
import { closureText, whoText } from "./calendar-words";

const INDIVIDUAL: readonly EntryKind[] = ["individual", "hybrid-individual"];

/** The entries and closures of a calendar as FullCalendar takes them. */
export function gridEvents(calendar: CalendarResource, owner: CalendarOwner): EventInput[] {
  const names = new Map(
    [calendar.courses, calendar.teachers, calendar.rooms, calendar.locations].flatMap((all) =>
      all.map(({ id, name }) => [id, name] as const),
    ),
  );
  const nameOf = (id: string) => names.get(id) ?? "";
  const placeIds = (entry: EntryResource) =>
    calendar.locations.length > 1 ? [entry.roomId, entry.locationId] : [entry.roomId];
  const lessons = calendar.entries.map((entry): EventInput => {
    const places = entry.placeholder === null ? placeIds(entry) : [];
    const where = owner === "teacher" ? places : [entry.teacherId, ...places];
    return {
      id: entry.id,
      ...namesOf(entry, nameOf(entry.courseId), owner),
      start: entry.startsAt,
      end: entry.endsAt,
      color: `var(--kind-${entry.kind})`,
      contrastColor: `var(--kind-${entry.kind}-ink)`,
      look: entry.placeholder === null ? "entry" : "entry entry-placeholder",
      where: where.map(nameOf).join(", "),
      entry,
    };
  });
  return [...lessons, ...closureEvents(calendar)];
}

/** A short lesson shows its first line alone: to the school an individual one is the student's. */
function namesOf(entry: EntryResource, course: string, owner: CalendarOwner) {
  const isOfSchool = owner === "school" || owner === "teacher";
  const [student] = entry.names;
  if (isOfSchool && INDIVIDUAL.includes(entry.kind) && student !== undefined) {
    return { title: student, second: course };
  }
  return { title: course, second: whoText(entry) };
}

function closureEvents({ closures }: CalendarResource): EventInput[] {
  return closures.map((closure) => ({
    id: `closed ${closure.startsOn} ${closureText(closure)}`,
    title: closureText(closure),
    start: closure.startsOn,
    end: addDays(asDay(closure.endsOn), 1),
    allDay: true,
    interactive: false,
    color: "var(--danger)",
    contrastColor: "var(--danger-ink)",
    look: "entry entry-closed",
  }));
}

const [FIRST_HOUR, LAST_HOUR] = [14, 19];

/** The hours of the day that a grid has to show: a usual afternoon, and whatever lies outside it. */
export function hoursOf(
  entries: readonly EntryResource[],
  zone: TimeZone,
): { from: string; until: string } {
  const [starts, ends] = [new Set<string>(), new Set<string>()];
  for (const { startsAt, endsAt } of entries) {
    starts.add(startsAt);
    ends.add(endsAt);
  }
  const from = Math.min(FIRST_HOUR, ...minutesIn(starts, zone).map((min) => Math.floor(min / 60)));
  // What ends at midnight ends its day: hour 24, not hour 0 of the next.
  const until = Math.max(
    LAST_HOUR,
    ...minutesIn(ends, zone).map((min) => (min === 0 ? 24 : Math.ceil(min / 60))),
  );
  return { from: `${pad(from)}:00:00`, until: `${pad(until)}:00:00` };
}

function minutesIn(moments: ReadonlySet<string>, zone: TimeZone): number[] {
  return [...moments].flatMap((iso) => {
    const instant = parseInstant(iso);
    return instant === null ? [] : [minutesOfDay(wallTimeAt(instant, zone))];
  });
}

function pad(hour: number): string {
  return String(hour).padStart(2, "0");
}
