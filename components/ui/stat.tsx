import type { ReactNode } from "react";

type StatProps = { label: string; value: ReactNode; note?: ReactNode };

/** One number of a dashboard. Belongs into a `<dl>`. */
export function Stat({ label, value, note }: StatProps) {
  return (
    <div className="flex flex-col rounded-card bg-surface-raised p-4">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="font-display text-3xl font-bold tabular-nums">{value}</dd>
      {note ? <dd className="text-sm text-ink-soft">{note}</dd> : null}
    </div>
  );
}
