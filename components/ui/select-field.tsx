import { ChevronDown } from "lucide-react";
import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_CLASS, describedBy, Field, type FieldText } from "./field";
import { Icon } from "./icon";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectFieldProps = FieldText &
  Omit<ComponentProps<"select">, keyof FieldText | "required" | "multiple" | "children"> & {
    options: readonly SelectOption[];
    /** Shown first, with an empty value. */
    placeholder?: string;
  };

export function SelectField(props: SelectFieldProps) {
  const {
    label,
    hint,
    error,
    optional = false,
    id,
    className,
    options,
    placeholder,
    ...rest
  } = props;
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field id={fieldId} {...{ label, hint, error, optional, className }}>
      <span className="relative block">
        <select
          key={String(rest.defaultValue)}
          {...rest}
          {...describedBy(fieldId, { hint, error })}
          id={fieldId}
          required={!optional}
          className={classNames(CONTROL_CLASS, "appearance-none pr-10")}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon
          icon={ChevronDown}
          className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2"
        />
      </span>
    </Field>
  );
}
