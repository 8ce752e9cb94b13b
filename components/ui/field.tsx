import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type FieldText = {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Adds "(optional)": what is not said to be optional is required. */
  optional?: boolean;
};

type FieldProps = Omit<FieldText, "name"> & { id: string; className?: string; children: ReactNode };

export const CONTROL_CLASS =
  "block w-full min-h-11 rounded-control border-2 border-line-strong bg-surface-raised px-3 py-2 text-base text-ink placeholder:text-ink-soft hover:border-ink aria-invalid:border-danger-strong disabled:border-line disabled:bg-surface-sunken disabled:text-ink-soft";

/** Label above, hint below it, control, then what is wrong with it. */
export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-bold">
        {label}
        {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-bold text-danger-strong">
      <Icon icon={CircleAlert} className="mt-0.5 size-4" />
      {error}
    </p>
  );
}

/** The attributes that tie a control to its label, hint and error. */
export function describedBy(id: string, { hint, error }: Pick<FieldText, "hint" | "error">) {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": error ? true : undefined,
  };
}
