import { Check } from "lucide-react";
import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldError, type FieldText } from "./field";
import { Icon } from "./icon";

type CheckboxFieldProps = Omit<FieldText, "optional"> &
  Omit<ComponentProps<"input">, keyof FieldText | "type">;

export function CheckboxField(props: CheckboxFieldProps) {
  const { label, hint, error, id, className, ...rest } = props;
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <div className={className}>
      <label
        htmlFor={fieldId}
        className="group flex min-h-11 items-start gap-3 py-2 has-disabled:text-ink-soft"
      >
        <span className="relative mt-px flex size-6 shrink-0">
          <input
            key={String(rest.defaultChecked)}
            {...rest}
            {...describedBy(fieldId, { hint, error })}
            id={fieldId}
            type="checkbox"
            className="peer size-6 appearance-none rounded-sm border-2 border-line-strong bg-surface-raised checked:border-primary-strong checked:bg-primary-strong group-hover:border-ink aria-invalid:border-danger-strong disabled:border-line disabled:bg-surface-sunken"
          />
          <Icon
            icon={Check}
            className={classNames(
              "pointer-events-none absolute inset-1 hidden size-4 text-primary-strong-ink peer-checked:block",
            )}
          />
        </span>
        <span>
          <span className="font-semibold">{label}</span>
          {hint ? (
            <span id={`${fieldId}-hint`} className="block text-sm text-ink-soft">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      <FieldError id={fieldId} error={error} />
    </div>
  );
}
