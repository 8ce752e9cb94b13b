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
  /** Few enough to say the day and the room on each card. */
  withDay?: boolean;
};

/** Free starts as native radio buttons. */
export function SlotCards({ name, slots, defaultValue, gone, withDay = false }: SlotCardsProps) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(8.75rem,100%),1fr))] gap-2">
      {slots.map((slot) => {
        const isGone = gone?.has(slot.at) ?? false;
        return (
          <label
            key={slot.at}
            className={classNames(
              SLOT_CARD,
              isGone && "border-dashed bg-surface-sunken text-ink-soft",
            )}
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
            <span className="min-w-0 leading-tight">
              {withDay ? <span className="block text-sm">{slot.dayLabel}</span> : null}
              <span
                className={classNames("block font-bold tabular-nums", isGone && "line-through")}
              >
                {slot.time}
              </span>
              {withDay && slot.roomName ? (
                <span className="block text-sm">{slot.roomName}</span>
              ) : null}
              {isGone && slot.besideSibling === null ? <Gone /> : null}
            </span>
            <SiblingLine name={slot.besideSibling} isGone={isGone} />
          </label>
        );
      })}
    </div>
  );
}

function Gone() {
  return <span className="block text-sm">Taken</span>;
}

/** Keeps its height when the time goes. */
function SiblingLine({ name, isGone }: { name: string | null; isGone: boolean }) {
  if (name === null) return null;
  return (
    <span className="flex basis-full items-center gap-1.5 text-sm leading-tight font-semibold">
      <Icon icon={UsersRound} className="size-4" />
      {isGone ? <Gone /> : <span>Next to {name}</span>}
    </span>
  );
}
