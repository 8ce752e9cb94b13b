import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type Fact = { label: string; value: ReactNode; icon?: LucideIcon };

/** Names and values, for summaries and confirmations. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-3">
      {facts.map((fact) => (
        <div key={fact.label} className={classNames("relative", fact.icon && "pl-9")}>
          <dt className="text-sm text-ink-soft">
            {fact.icon ? (
              <Icon icon={fact.icon} className="absolute top-1 left-0 size-5 text-ink-soft" />
            ) : null}
            {fact.label}
          </dt>
          <dd className="font-semibold">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
