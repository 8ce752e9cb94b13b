import { ArrowRight } from "lucide-react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { SlotView } from "./lesson-words";

type SlotBarProps = {
  choice: SlotView | null;
  lost: boolean;
  nearest: readonly SlotView[];
  onTake: (slot: SlotView) => void;
};

/** Stays in sight while times are scrolled: what is chosen and the way on, or that it was lost. */
export function SlotBar({ choice, lost, nearest, onTake }: SlotBarProps) {
  return (
    <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 bg-surface px-4 pt-2 pb-3 md:bottom-0 md:mx-0 md:px-0 md:pb-4">
      <div className="rounded-card border-2 border-line bg-surface-raised p-3">
        <div role="alert">
          {lost && choice !== null ? <LostText choice={choice} nearest={nearest} /> : null}
        </div>
        {lost ? (
          <div className="mt-2 grid gap-2 sm:flex sm:flex-wrap">
            {nearest.map((slot) => (
              <Button key={slot.at} variant="primary" onClick={() => onTake(slot)}>
                {slot.dayLabel}, {slot.time}
              </Button>
            ))}
          </div>
        ) : (
          <div className="flex items-center justify-between gap-3">
            <p aria-live="polite" className="min-w-0 leading-tight">
              {choice === null ? (
                <span className="text-ink-soft">Choose a time</span>
              ) : (
                <>
                  <span className="block text-sm">{choice.dayLabel}</span>
                  <span className="block text-lg font-bold tabular-nums">{choice.time}</span>
                </>
              )}
            </p>
            <Button type="submit" variant="accent" size="lg">
              Continue
              <Icon icon={ArrowRight} />
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function LostText({ choice, nearest }: Pick<SlotBarProps, "nearest"> & { choice: SlotView }) {
  return (
    <p className="font-bold text-danger-strong">
      {choice.dayLabel}, {choice.time} was just taken.{" "}
      {nearest.length > 0
        ? "These are the nearest free times:"
        : "No other time is free in this week."}
    </p>
  );
}
