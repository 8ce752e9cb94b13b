import { useId, type ReactNode } from "react";
import { Fieldset } from "./fieldset";

export type RadioCard = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  badge?: ReactNode;
  disabled?: boolean;
};

type RadioCardsProps = {
  legend: string;
  name: string;
  options: readonly RadioCard[];
  defaultValue?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  hideLegend?: boolean;
  optional?: boolean;
  /** "compact" lays short labels (times) in a grid, "list" gives each option a whole row. */
  layout?: "list" | "compact";
  onChoose?: (value: string) => void;
};

const CARD =
  "relative flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1.5 rounded-control border-2 border-line bg-surface-raised px-3 py-2 hover:border-line-strong has-checked:border-primary-strong has-checked:bg-primary-soft has-checked:text-primary-soft-ink has-disabled:border-line has-disabled:bg-surface-sunken has-disabled:text-ink-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

const GRIDS = {
  list: "grid gap-2",
  compact: "grid grid-cols-[repeat(auto-fill,minmax(min(8.5rem,100%),1fr))] gap-2",
} as const;

/** A choice of one, as large cards over native radio buttons. */
export function RadioCards(props: RadioCardsProps) {
  const { legend, name, options, defaultValue, hint, error, hideLegend, optional } = props;
  const id = useId();
  return (
    <Fieldset legend={legend} {...{ id, hint, error, hideLegend }}>
      <div className={GRIDS[props.layout ?? "list"]}>
        {options.map((option) => (
          <label key={option.value} className={CARD}>
            <input
              key={String(option.value === defaultValue)}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              disabled={option.disabled}
              required={!optional}
              onChange={props.onChoose && (() => props.onChoose?.(option.value))}
              className="size-5 shrink-0 appearance-none rounded-full border-2 border-line-strong bg-surface-raised outline-none checked:border-[0.4rem] checked:border-primary-strong disabled:border-line"
            />
            <RadioCardText option={option} compact={props.layout === "compact"} />
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

function RadioCardText({ option, compact }: { option: RadioCard; compact: boolean }) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block font-bold tabular-nums">{option.label}</span>
        {option.description ? <span className="block text-sm">{option.description}</span> : null}
      </span>
      {option.badge ? (
        <span className={compact ? "basis-full" : "shrink-0"}>{option.badge}</span>
      ) : null}
    </>
  );
}
