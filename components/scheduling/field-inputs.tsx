import { DateField, DateTimeField, TimeField } from "@/components/ui/date-field";
import { SelectField, type SelectOption } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

export type FormField = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  type?: "text" | "number" | "date" | "time" | "moment";
  options?: readonly SelectOption[];
};

type FieldInputsProps = {
  fields: readonly FormField[];
  value: (name: string) => string;
  error: (name: string) => string | undefined;
};

/** Plain fields, one below the other. */
export function FieldInputs({ fields, value, error }: FieldInputsProps) {
  return fields.map(({ type = "text", options, ...field }) => {
    const { name } = field;
    const shared = { ...field, defaultValue: value(name), error: error(name) };
    if (options) return <SelectField key={name} {...shared} options={options} />;
    if (type === "date") return <DateField key={name} {...shared} />;
    if (type === "time") return <TimeField key={name} {...shared} />;
    if (type === "moment") return <DateTimeField key={name} {...shared} />;
    return <TextField key={name} {...shared} type={type} />;
  });
}
