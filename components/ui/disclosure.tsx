import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./icon";

type DisclosureProps = { summary: ReactNode; open?: boolean; children: ReactNode };

/** Content that opens in place, without JavaScript. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details open={open} className="group rounded-card bg-surface-raised">
      <summary className="flex min-h-13 list-none items-center justify-between gap-3 rounded-card px-4 py-2 font-bold [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">{summary}</span>
        <Icon
          icon={ChevronDown}
          className="transition-transform group-open:rotate-180 motion-reduce:transition-none"
        />
      </summary>
      <div className="px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
