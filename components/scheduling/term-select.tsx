import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { TermChoice } from "@/lib/scheduling/find-current-term";

type TermSelectProps = {
  action: string;
  terms: readonly TermChoice[];
  current: string | null;
};

/** Chooses a term by address. */
export function TermSelect({ action, terms, current }: TermSelectProps) {
  if (terms.length < 2) return null;
  return (
    <form action={action} method="get" className="flex items-end gap-2">
      <SelectField
        label="Term"
        name="term"
        defaultValue={current ?? undefined}
        options={terms.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button type="submit">Show</Button>
    </form>
  );
}
