import { CalendarX } from "lucide-react";
import { Icon } from "@/components/ui/icon";
import { calendarQuery, type CalendarAddress } from "@/lib/scheduling/calendar-address";
import {
  closuresOn,
  daysOfRange,
  type CalendarEntry,
  type CalendarRange,
} from "@/lib/scheduling/calendar-range";
import type { Day } from "@/lib/time/day";
import { formatDay, formatTimeRange } from "@/lib/time/format";
import { dayAt } from "@/lib/time/zone";
import type { CalendarSetting } from "./calendar-setting";
import { closureText, whoText } from "./calendar-words";
import { KindMark } from "./kind-marks";
import "./calendar-list.css";

type CalendarListProps = {
  setting: CalendarSetting;
  address: CalendarAddress;
  calendar: CalendarRange;
};

/** The same as the grids as text: days as headings, entries as lists; for keyboard, ear and paper. */
export function CalendarList({ setting, address, calendar }: CalendarListProps) {
  const { timeZone } = setting.school;
  const byDay = Map.groupBy(calendar.entries, ({ startsAt }) => dayAt(startsAt, timeZone));
  const days = daysOfRange(calendar)
    .map((day) => ({
      day,
      entries: byDay.get(day) ?? [],
      closures: closuresOn(day, calendar.closures),
    }))
    .filter(({ entries, closures }) => entries.length + closures.length > 0);
  const wordsOf = entryWords(setting, address, calendar);
  const show = (day: ListedDay) => <DaySection key={day.day} {...{ setting, day, wordsOf }} />;
  // A list opens at today: what is over stands folded above it, and is printed all the same.
  const isNow = address.date === setting.today && calendar.from < setting.today;
  const earlier = isNow ? days.filter(({ day }) => day < setting.today) : [];
  return (
    <div className="calendar-list grid gap-6 print:gap-3">
      {earlier.length === 0 ? null : (
        <details className="earlier-days">
          <summary className="min-h-11 cursor-pointer content-center font-bold text-ink-soft print:hidden">
            Earlier this week
          </summary>
          <div className="grid gap-6 pt-4 print:gap-3 print:pt-0">{earlier.map(show)}</div>
        </details>
      )}
      {days.slice(earlier.length).map(show)}
    </div>
  );
}

type ListedDay = {
  day: Day;
  entries: readonly CalendarEntry[];
  closures: CalendarRange["closures"];
};
type DaySectionProps = {
  setting: CalendarSetting;
  day: ListedDay;
  wordsOf: (entry: CalendarEntry) => Words;
};

function DaySection({ setting, day: { day, entries, closures }, wordsOf }: DaySectionProps) {
  return (
    <section aria-labelledby={`day-${day}`}>
      <DayHeading day={day} today={setting.today} locale={setting.school.locale} />
      {closures.map((closure) => (
        <p
          key={`${closure.name} ${closure.location}`}
          className="mb-2 flex items-center gap-2 rounded-control bg-danger px-3 py-2 font-semibold text-danger-ink"
        >
          <Icon icon={CalendarX} label="Closed" />
          {closureText(closure)}
        </p>
      ))}
      {entries.length === 0 ? null : (
        <ol>
          {entries.map((entry, place) => (
            // An entry's place is its key: ids would stand in the page once more.
            <Entry key={place} entry={entry} words={wordsOf(entry)} />
          ))}
        </ol>
      )}
    </section>
  );
}

type DayHeadingProps = { day: Day; today: Day; locale: string };

function DayHeading({ day, today, locale }: DayHeadingProps) {
  return (
    <h2 id={`day-${day}`} className="mb-2 flex items-center gap-3 text-xl print:text-sm">
      {formatDay(day, locale, "long")}
      {day === today ? (
        <span className="rounded-full bg-accent px-2.5 py-0.5 text-sm text-accent-ink print:hidden">
          Today
        </span>
      ) : null}
    </h2>
  );
}

type Words = { time: string; course: string; href: string; where: string };

function Entry({ entry, words }: { entry: CalendarEntry; words: Words }) {
  const { kind, placeholder } = entry;
  return (
    <li data-kind={placeholder ? "placeholder" : kind}>
      <span>{words.time}</span>
      <KindMark kind={kind} />
      <a href={words.href}>{words.course}</a>
      <span>{whoText(entry)}</span>
      <span>{words.where}</span>
    </li>
  );
}

/** Puts entries into words; many share their times, so that each is written once. */
function entryWords(
  setting: CalendarSetting,
  address: CalendarAddress,
  calendar: CalendarRange,
): (entry: CalendarEntry) => Words {
  const { timeZone, locale } = setting.school;
  const named = [calendar.courses, calendar.teachers, calendar.rooms, calendar.locations].flat();
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const times = new Map<string, string>();
  const here = calendarQuery({ ...address, view: "list", entry: null });
  return (entry) => {
    const key = `${entry.startsAt} ${entry.endsAt}`;
    const time = times.get(key) ?? formatTimeRange(entry, timeZone, locale);
    times.set(key, time);
    const teacher = setting.owner === "teacher" ? [] : [nameOf(entry.teacherId)];
    const place = [nameOf(entry.roomId), nameOf(entry.locationId)];
    const where = entry.placeholder === null ? place : [calendar.placeholderText];
    return {
      time,
      course: nameOf(entry.courseId),
      href: `${here}&entry=${entry.id}#details`,
      where: [...teacher, ...where].join(", "),
    };
  };
}
