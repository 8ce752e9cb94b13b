import { useId } from "react";
import { FieldError } from "../ui/field";
import type { SlotView } from "./lesson-words";
import { SLOT_CARD, SLOT_RADIO } from "./slot-card-class";
import { SlotCards } from "./slot-cards";

export type ChoosableWeek = {
  week: number;
  dates: string;
  /** The wanted time, where it is free. */
  wanted: SlotView | null;
  /** Other free times, nearest first. */
  others: readonly SlotView[];
  /** Why the wanted time cannot be had. */
  problem?: string | undefined;
};

type WeekChoiceProps = { week: ChoosableWeek; kept: string | undefined };

/** One week of several: the wanted time, another one, or none for now. */
export function WeekChoice({ week, kept }: WeekChoiceProps) {
  const id = useId();
  const { wanted, others, problem } = week;
  const name = `week-${week.week}`;
  const nothingFree = wanted === null && others.length === 0;
  const chosen = kept ?? wanted?.at ?? (nothingFree ? "" : undefined);
  const rest = (
    <div className="grid gap-2">
      <SlotCards name={name} slots={others} defaultValue={chosen} withDay />
      <LeaveOpen name={name} checked={chosen === ""} />
    </div>
  );
  return (
    <fieldset
      className="min-w-0 rounded-card bg-surface-raised p-4"
      aria-describedby={problem ? `${id}-error` : undefined}
    >
      <legend className="float-left mb-2 w-full p-0 font-display text-lg font-bold">
        Week {week.week}, {week.dates}
      </legend>
      <div className="clear-both grid gap-2">
        <FieldError id={id} error={problem} />
        {nothingFree ? <p>No time is free in this week.</p> : null}
        {wanted === null ? (
          rest
        ) : (
          <>
            <SlotCards name={name} slots={[wanted]} defaultValue={chosen} withDay />
            <details open={chosen !== wanted.at}>
              <summary className="flex min-h-11 items-center font-semibold text-primary-strong underline underline-offset-4">
                Another time in this week
              </summary>
              {rest}
            </details>
          </>
        )}
      </div>
    </fieldset>
  );
}

function LeaveOpen({ name, checked }: { name: string; checked: boolean }) {
  return (
    <label className={SLOT_CARD}>
      <input
        key={String(checked)}
        type="radio"
        name={name}
        value=""
        defaultChecked={checked}
        required
        className={SLOT_RADIO}
      />
      Leave this week open for now
    </label>
  );
}
