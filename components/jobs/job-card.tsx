import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

type JobCardProps = {
  title: string;
  about: string | null;
  facts: readonly string[];
  why: string | null;
  /** What can be done about it. */
  children?: ReactNode;
};

/** One thing that the program owes, for a phone as for a desk. */
export function JobCard({ title, about, facts, why, children }: JobCardProps) {
  return (
    <Card className="grid gap-2 sm:flex sm:items-start sm:justify-between sm:gap-6">
      <div className="grid min-w-0 gap-1">
        <p className="font-bold">{title}</p>
        {about === null ? null : <p>{about}</p>}
        <p className="text-sm text-ink-soft">{facts.join(", ")}</p>
        {why === null ? null : (
          <p className="mt-1 rounded-control bg-warning px-3 py-2 text-sm text-warning-ink">
            {why}
          </p>
        )}
      </div>
      {children ? <div className="shrink-0">{children}</div> : null}
    </Card>
  );
}
