import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_CLASS, describedBy, Field, type FieldText } from "./field";

type Input = Omit<ComponentProps<"input">, keyof FieldText | "type" | "required">;
type MomentFieldProps = FieldText & Input;

/** Values are "YYYY-MM-DD". */
export function DateField(props: MomentFieldProps) {
  return <MomentField {...props} type="date" />;
}

/** Values are "HH:MM"; the end of a day, "24:00", is what browsers call "00:00". */
export function TimeField({ defaultValue, ...rest }: MomentFieldProps) {
  const shown = defaultValue === "24:00" ? "00:00" : defaultValue;
  return <MomentField {...rest} defaultValue={shown} type="time" />;
}

/** A wall-clock day and time, "YYYY-MM-DDTHH:MM". */
export function DateTimeField(props: MomentFieldProps) {
  return <MomentField {...props} type="datetime-local" />;
}

function MomentField(props: MomentFieldProps & { type: "date" | "time" | "datetime-local" }) {
  const { label, hint, error, optional = false, id, className, ...rest } = props;
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field id={fieldId} {...{ label, hint, error, optional, className }}>
      <input
        {...rest}
        {...describedBy(fieldId, { hint, error })}
        id={fieldId}
        required={!optional}
        className={classNames(CONTROL_CLASS, "tabular-nums")}
      />
    </Field>
  );
}
