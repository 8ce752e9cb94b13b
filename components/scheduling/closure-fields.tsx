import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

type ClosureFieldsProps = {
  action: string;
  search: Readonly<Record<string, string | string[] | undefined>>;
  locations: readonly { id: string; name: string }[];
};

/** Asks by address what a closure would cancel; nothing is changed yet. */
export function ClosureFields({ action, search, locations }: ClosureFieldsProps) {
  const text = (name: string) => ({
    name,
    defaultValue: typeof search[name] === "string" ? search[name] : "",
  });
  return (
    <form action={action} method="get" className="grid gap-3">
      <TextField label="What" maxLength={120} placeholder="Labour Day" {...text("name")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField label="First day" {...text("startsOn")} />
        <DateField label="Last day" optional {...text("endsOn")} />
      </div>
      <SelectField
        label="Where"
        optional
        {...text("locationId")}
        options={[
          { value: "", label: "The whole school" },
          ...locations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button type="submit" className="justify-self-start">
        Show what this cancels
      </Button>
    </form>
  );
}
