import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { ClosureRow } from "@/lib/scheduling/list-closures";
import { formatDay } from "@/lib/time/format";

type ClosureListProps = { base: string; closures: readonly ClosureRow[]; locale: string };

export function ClosureList({ base, closures, locale }: ClosureListProps) {
  if (closures.length === 0) {
    return (
      <EmptyState title="No closures" character="steve">
        The school is open on every day of its terms.
      </EmptyState>
    );
  }
  return (
    <Card as="section" title="Closed days">
      <ul className="grid">
        {closures.map((closure) => (
          <li
            key={closure.id}
            className="flex items-center justify-between gap-4 border-line py-2 not-last:border-b"
          >
            <p className={closure.isPast ? "text-ink-soft" : ""}>
              <b>{closure.name}</b>
              <br />
              {formatDay(closure.startsOn, locale, "short")}
              {closure.endsOn === closure.startsOn
                ? ""
                : ` to ${formatDay(closure.endsOn, locale, "short")}`}
              , {closure.locationName ?? "the whole school"}
            </p>
            {closure.isPast ? null : (
              <TextLink
                href={`${base}/${closure.id}`}
                className="inline-flex min-h-11 shrink-0 items-center"
              >
                Open again
                <span className="sr-only">: {closure.name}</span>
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
