import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_CLASS, describedBy, Field, type FieldText } from "./field";

type Input = Omit<ComponentProps<"input">, keyof FieldText | "type" | "required">;
type MomentFieldProps = FieldText & Input;

/** Values are "YYYY-MM-DD". */
export function DateField(props: MomentFieldProps) {
  return <MomentField {...props} type="date" />;
}

/** Values are "HH:MM". */
export function TimeField(props: MomentFieldProps) {
  return <MomentField {...props} type="time" />;
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
