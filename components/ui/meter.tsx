import { useId } from "react";
import { classNames } from "./class-names";

type MeterProps = {
  label: string;
  value: number;
  max: number;
  /** The same in words: "4 of 6 booked". */
  text: string;
  tone?: "primary" | "success" | "accent";
  hideLabel?: boolean;
};

const FILLS = { primary: "bg-primary", success: "bg-success-mark", accent: "bg-accent" } as const;

export function Meter({ label, value, max, text, tone = "primary", hideLabel }: MeterProps) {
  const id = useId();
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span id={id} className={classNames("font-bold", hideLabel && "sr-only")}>
          {label}
        </span>
        <span className="text-ink-soft tabular-nums">{text}</span>
      </div>
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="h-3 overflow-hidden rounded-full bg-line"
      >
        <div
          data-fill
          className={classNames("h-full rounded-full", FILLS[tone])}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
