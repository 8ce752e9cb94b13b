import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/text-field";
import type { ContactField } from "@/lib/people/shown-person";

type ContactFieldsProps = {
  value: (name: string) => string;
  error: (name: string) => string | undefined;
  /** Whether the date of birth is asked for. */
  born: boolean;
};

/** The school's record of how to reach a person. */
export function ContactFields({ value, error, born }: ContactFieldsProps) {
  const field = (name: ContactField) => ({
    name,
    defaultValue: value(name),
    error: error(name),
    autoComplete: "off",
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Given name" maxLength={80} {...field("givenName")} />
      <TextField label="Family name" maxLength={80} {...field("familyName")} />
      <TextField label="Email" type="email" optional {...field("email")} />
      <TextField label="Phone" type="tel" optional {...field("phone")} />
      {born ? <DateField label="Date of birth" optional {...field("bornOn")} /> : null}
    </div>
  );
}
