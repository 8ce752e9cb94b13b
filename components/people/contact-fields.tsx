import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/text-field";

export type Contact = {
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  bornOn: string | null;
};

type ContactFieldsProps = {
  value: (name: string, initial?: string) => string;
  error: (name: string) => string | undefined;
  contact?: Contact | undefined;
  /** Whether the date of birth is asked for. */
  born: boolean;
};

/** The school's record of how to reach a person. */
export function ContactFields({ value, error, contact, born }: ContactFieldsProps) {
  const field = (name: keyof Contact) => ({
    name,
    defaultValue: value(name, contact?.[name] ?? ""),
    error: error(name),
    autoComplete: "off",
  });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField label="Given name" maxLength={80} {...field("givenName")} />
      <TextField label="Family name" maxLength={80} {...field("familyName")} />
      <TextField label="E-mail" type="email" optional {...field("email")} />
      <TextField label="Phone" type="tel" optional {...field("phone")} />
      {born ? <DateField label="Date of birth" optional {...field("bornOn")} /> : null}
    </div>
  );
}
