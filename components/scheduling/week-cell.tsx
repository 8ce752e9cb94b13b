"use client";

import { CalendarX, Lock, Minus, type LucideIcon } from "lucide-react";
import type { KeyboardEvent } from "react";
import { LESSON_KINDS } from "@/components/shell/lesson-kind-badge";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { EditableWeek } from "@/lib/booking/changes/get-week-plan";
import type { WeekKind } from "@/lib/scheduling/week-plan";
import { formatDay } from "@/lib/time/format";

type WeekCellProps = {
  week: EditableWeek;
  kind: WeekKind;
  locale: string;
  onChange: (week: number, kind: WeekKind) => void;
  /** Left and right: to the weeks beside. */
  onLeave: (week: number, by: 1 | -1) => void;
};

type KindLook = { label: string; icon: LucideIcon; chosen: string };

const LOOKS: Record<WeekKind, KindLook> = {
  GROUP: {
    label: "Group",
    icon: LESSON_KINDS["hybrid-group"].icon,
    chosen: "has-checked:bg-kind-hybrid-group has-checked:text-kind-hybrid-group-ink",
  },
  INDIVIDUAL: {
    label: "Individual",
    icon: LESSON_KINDS["hybrid-individual"].icon,
    chosen: "has-checked:bg-kind-hybrid-individual has-checked:text-kind-hybrid-individual-ink",
  },
  NONE: {
    label: "None",
    icon: Minus,
    chosen: "has-checked:bg-kind-one-off has-checked:text-kind-one-off-ink",
  },
};

const KINDS: readonly WeekKind[] = ["GROUP", "INDIVIDUAL", "NONE"];

export function WeekCell({ week, kind, locale, onChange, onLeave }: WeekCellProps) {
  const changed = kind !== week.kind;

  function press(event: KeyboardEvent) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    onLeave(week.week, event.key === "ArrowRight" ? 1 : -1);
  }

  return (
    <li data-week={week.week} className="min-w-0">
      <fieldset
        onKeyDown={press}
        disabled={!week.changeable}
        className={classNames(
          "grid h-full content-start gap-1 rounded-card border-2 p-2",
          week.changeable ? "bg-surface" : "bg-surface-sunken",
          changed ? "border-primary-strong" : "border-line",
        )}
      >
        <legend className="float-left flex w-full flex-wrap items-baseline justify-between gap-x-2 px-1 whitespace-nowrap">
          <span className="font-display text-lg font-bold">Week {week.week}</span>
          <span className="text-sm text-ink-soft">{formatDay(week.day, locale, "short")}</span>
        </legend>
        <div className="clear-both grid grid-cols-3 gap-1 sm:grid-cols-1">
          {KINDS.map((one) => (
            <label
              key={one}
              className={classNames(
                "flex min-h-11 items-center justify-center gap-1 rounded-control px-1 text-sm sm:gap-1.5 sm:px-2 font-bold has-focus-visible:outline-3 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus sm:justify-start",
                week.changeable && "cursor-pointer hover:bg-surface-sunken",
                LOOKS[one].chosen,
              )}
            >
              <input
                type="radio"
                name={`w${week.week}`}
                value={one}
                checked={kind === one}
                onChange={() => onChange(week.week, one)}
                className="sr-only"
              />
              <Icon icon={LOOKS[one].icon} className="size-4" />
              {LOOKS[one].label}
            </label>
          ))}
        </div>
        <WeekNotes week={week} changed={changed} />
      </fieldset>
    </li>
  );
}

function WeekNotes({ week, changed }: { week: EditableWeek; changed: boolean }) {
  const { closedDay } = week;
  return (
    <div className="grid gap-1 px-1 text-sm text-ink-soft">
      {closedDay ? (
        <p className="flex items-start gap-1">
          <Icon icon={CalendarX} className="mt-0.5 size-4" />
          {closedDay.reason === "closure" ? closedDay.name : "outside the term"}
        </p>
      ) : null}
      {week.booked > 0 ? (
        <p>
          {week.booked} of {week.students} booked
        </p>
      ) : null}
      {!week.changeable ? (
        <p className="flex items-start gap-1">
          <Icon icon={Lock} className="mt-0.5 size-4" />
          has begun
        </p>
      ) : null}
      {changed ? <p className="font-bold text-primary-strong">changed</p> : null}
    </div>
  );
}
