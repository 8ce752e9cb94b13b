import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names";
import { CONTROL_CLASS, describedBy, Field, type FieldText } from "./field";

type Input = Omit<ComponentProps<"input">, keyof FieldText | "type" | "required">;

type TextFieldProps = FieldText &
  Input & { type?: "text" | "email" | "password" | "tel" | "url" | "number" | "color" };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional = false, id, className, type = "text", ...rest } = props;
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <Field id={fieldId} {...{ label, hint, error, optional, className }}>
      <input
        {...rest}
        {...describedBy(fieldId, { hint, error })}
        id={fieldId}
        type={type}
        required={!optional}
        className={classNames(CONTROL_CLASS, type === "color" && "h-11 w-20 p-1")}
      />
    </Field>
  );
}
