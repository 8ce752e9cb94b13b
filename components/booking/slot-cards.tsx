import { UsersRound } from "lucide-react";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import type { SlotView } from "./lesson-words";
import { SLOT_CARD, SLOT_RADIO } from "./slot-card-class";

type SlotCardsProps = {
  name: string;
  slots: readonly SlotView[];
  defaultValue?: string | undefined;
  /** Those that can no longer be had: they stay where they are, so that nothing jumps. */
  gone?: ReadonlySet<string>;
  /** Compact enough to say the day on each card instead of above. */
  withDay?: boolean;
};

/** Free starts as native radio buttons. */
export function SlotCards({ name, slots, defaultValue, gone, withDay = false }: SlotCardsProps) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-2">
      {slots.map((slot) => {
        const isGone = gone?.has(slot.at) ?? false;
        return (
          <label
            key={slot.at}
            className={classNames(SLOT_CARD, isGone && "border-dashed bg-surface-sunken text-ink-soft")}
          >
            <input
              key={String(slot.at === defaultValue)}
              type="radio"
              name={name}
              value={slot.at}
              defaultChecked={slot.at === defaultValue}
              disabled={isGone}
              required
              className={SLOT_RADIO}
            />
            <SlotText slot={slot} isGone={isGone} withDay={withDay} />
          </label>
        );
      })}
    </div>
  );
}

function SlotText({ slot, isGone, withDay }: { slot: SlotView; isGone: boolean; withDay: boolean }) {
  return (
    <span className="min-w-0 leading-tight">
      {withDay ? <span className="block text-sm">{slot.dayLabel}</span> : null}
      <span className={classNames("block font-bold tabular-nums", isGone && "line-through")}>
        {slot.time}
      </span>
      {isGone ? <span className="block text-sm">No longer free</span> : null}
      {slot.besideSibling !== null && !isGone ? (
        <span className="mt-0.5 flex items-center gap-1 text-sm font-semibold">
          <Icon icon={UsersRound} className="size-4" />
          <span>
            Next to {slot.besideSibling}
            <span className="sr-only"> (a lesson of the same family)</span>
          </span>
        </span>
      ) : null}
    </span>
  );
}
