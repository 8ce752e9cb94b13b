"use client";

import { ChevronDown, ListFilter } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState, type ChangeEvent } from "react";
import { LESSON_KINDS } from "@/components/shell/lesson-kind-badge";
import { useHydrated } from "@/components/scheduling/use-hydrated";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import {
  calendarQuery,
  type CalendarAddress,
  type CalendarFilterName,
  type CalendarFilters as Filters,
} from "@/lib/scheduling/calendar-address";
import { ENTRY_KINDS, type CalendarRange, type Named } from "@/lib/scheduling/calendar-range";
import type { Go } from "./calendar-link";
import type { CalendarSetting } from "./calendar-setting";

export type FilterLists = Pick<
  CalendarRange,
  "teachers" | "rooms" | "locations" | "courses" | "students"
>;

const LABELS: Record<CalendarFilterName, { label: string; all: string }> = {
  teacher: { label: "Teacher", all: "All teachers" },
  room: { label: "Room", all: "All rooms" },
  location: { label: "Location", all: "All locations" },
  course: { label: "Course", all: "All courses" },
  student: { label: "Child", all: "All children" },
  kind: { label: "Kind", all: "All kinds" },
};

type CalendarFiltersProps = {
  setting: CalendarSetting;
  address: CalendarAddress;
  lists: FilterLists;
  /** Shows another choice in a grid; without it the page of the choice is opened. */
  go?: Go;
};

/** What the calendar is narrowed to: selects that act at once, and with a button without JavaScript. */
export function CalendarFilters({ setting, address, lists, go }: CalendarFiltersProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  const [unfolded, setUnfolded] = useState(false);
  const shown = setting.filters.flatMap((name) => {
    const options = optionsOf(name, lists);
    return options.length > 1 || address.filters[name] ? [{ name, options }] : [];
  });
  if (shown.length === 0) return null;
  const show = (to: CalendarAddress) =>
    go ? go(to) : router.push(`${setting.path}${calendarQuery(to)}`, { scroll: false });
  const pick = (name: CalendarFilterName, value: string) => {
    const { [name]: _left, ...others } = address.filters;
    const filters: Filters = value === "" ? others : { ...others, [name]: value };
    show({ ...address, filters, entry: null });
  };
  const active = Object.keys(address.filters).length;
  // A phone has no room for five selects above the lessons.
  const folded = hydrated && !unfolded && shown.length > 2;
  return (
    <form
      action={setting.path}
      className="mb-4 flex flex-wrap items-center gap-2 print:hidden"
      aria-label="Show only"
    >
      {Object.entries(kept(address)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {folded ? (
        <Button className="sm:hidden" onClick={() => setUnfolded(true)}>
          <Icon icon={ListFilter} />
          {active > 0 ? `Filter (${active})` : "Filter"}
        </Button>
      ) : null}
      {shown.map((each) => (
        <FilterSelect
          key={each.name}
          {...each}
          chosen={address.filters[each.name]}
          onPick={pick}
          className={folded ? "max-sm:hidden" : "max-sm:flex-[1_1_40%]"}
        />
      ))}
      {hydrated ? null : <Button type="submit">Show</Button>}
      {hydrated && active > 0 ? (
        <Button variant="plain" onClick={() => show({ ...address, filters: {}, entry: null })}>
          Show all
        </Button>
      ) : null}
    </form>
  );
}

type FilterSelectProps = {
  name: CalendarFilterName;
  options: readonly Named[];
  chosen: string | undefined;
  onPick: (name: CalendarFilterName, value: string) => void;
  className: string;
};

function FilterSelect({ name, options, chosen, onPick, className }: FilterSelectProps) {
  const id = useId();
  const { label, all } = LABELS[name];
  const isKnown = chosen === undefined || options.some((option) => option.id === chosen);
  return (
    <span className={`relative min-w-0 ${className}`}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={chosen ?? ""}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onPick(name, event.target.value)}
        className={classNames(
          "block min-h-11 w-full max-w-full truncate appearance-none rounded-control border-2 py-1 pr-9 pl-3 text-base sm:max-w-52",
          chosen === undefined
            ? "border-line-strong bg-surface-raised text-ink"
            : "border-primary-strong bg-primary-soft font-bold text-primary-soft-ink",
        )}
      >
        <option value="">{all}</option>
        {isKnown ? null : <option value={chosen}>Chosen {label.toLowerCase()}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      <Icon
        icon={ChevronDown}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2"
      />
    </span>
  );
}

function optionsOf(name: CalendarFilterName, lists: FilterLists): readonly Named[] {
  switch (name) {
    case "teacher":
      return lists.teachers;
    case "room":
      return lists.rooms;
    case "location":
      return lists.locations;
    case "course":
      return lists.courses;
    case "student":
      return lists.students;
    case "kind":
      return ENTRY_KINDS.map((kind) => ({ id: kind, name: LESSON_KINDS[kind].label }));
  }
}

/** What a form without JavaScript sends beside the filters. */
function kept(address: CalendarAddress): Record<string, string> {
  const query = calendarQuery({ ...address, filters: {}, entry: null });
  return Object.fromEntries(new URLSearchParams(query));
}
