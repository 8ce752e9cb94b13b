import { useId, type ComponentProps } from "react";
import { CONTROL_CLASS, describedBy, Field, type FieldText } from "./field";

type TextAreaProps = FieldText & Omit<ComponentProps<"textarea">, keyof FieldText | "required">;

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional = false, id, className, rows = 3, ...rest } = props;
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field id={fieldId} {...{ label, hint, error, optional, className }}>
      <textarea
        {...rest}
        {...describedBy(fieldId, { hint, error })}
        id={fieldId}
        rows={rows}
        required={!optional}
        className={CONTROL_CLASS}
      />
    </Field>
  );
}
