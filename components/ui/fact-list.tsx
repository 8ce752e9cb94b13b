import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Fact = { label: string; value: ReactNode; icon?: LucideIcon };

/** Names and values, for summaries and confirmations. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-3">
      {facts.map((fact) => (
        <div key={fact.label} className="grid grid-cols-[1.5rem_1fr] gap-x-3">
          <dt className="col-start-2 text-sm text-ink-soft">
            {fact.icon ? (
              <Icon icon={fact.icon} className="absolute -ml-9 mt-2.5 size-5 text-ink-soft" />
            ) : null}
            {fact.label}
          </dt>
          <dd className="col-start-2 font-semibold">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
