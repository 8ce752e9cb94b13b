import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError } from "./field";

type FieldsetProps = {
  legend: string;
  /** Names the error for screen readers; give it when there can be one. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  hideLegend?: boolean;
  className?: string;
  children: ReactNode;
};

export function Fieldset(props: FieldsetProps) {
  const { legend, id, hint, error, hideLegend = false, className, children } = props;
  return (
    <fieldset
      className={classNames("min-w-0", className)}
      aria-describedby={id && error ? `${id}-error` : undefined}
    >
      <legend
        className={classNames("mb-2 p-0 font-display text-lg font-bold", hideLegend && "sr-only")}
      >
        {legend}
      </legend>
      {hint ? <p className="-mt-1 mb-3 text-sm text-ink-soft">{hint}</p> : null}
      {children}
      {id && error ? (
        <div className="mt-2">
          <FieldError id={id} error={error} />
        </div>
      ) : null}
    </fieldset>
  );
}
