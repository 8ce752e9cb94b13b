import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClosureRow } from "@/lib/scheduling/list-closures";
import { formatDay } from "@/lib/time/format";

type ClosureListProps = { closures: readonly ClosureRow[]; locale: string };

export function ClosureList({ closures, locale }: ClosureListProps) {
  if (closures.length === 0) {
    return (
      <EmptyState title="No closures" character="steve">
        The school is open on every day of its terms.
      </EmptyState>
    );
  }
  return (
    <Card as="section" title="Closed days">
      <ul className="grid gap-2">
        {closures.map((closure) => (
          <li key={closure.id} className={closure.isPast ? "text-ink-soft" : ""}>
            <b>{closure.name}</b>
            <br />
            {formatDay(closure.startsOn, locale, "short")}
            {closure.endsOn === closure.startsOn
              ? ""
              : ` to ${formatDay(closure.endsOn, locale, "short")}`}
            , {closure.locationName ?? "the whole school"}
          </li>
        ))}
      </ul>
    </Card>
  );
}
