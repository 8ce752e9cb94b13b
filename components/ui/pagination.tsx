import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link";
import { Icon } from "./icon";

type PaginationProps = {
  /** Names the list for screen readers: "Pages of families". */
  label: string;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** "21 to 40 of 150" */
  summary?: ReactNode;
};

export function Pagination({ label, previousHref, nextHref, summary }: PaginationProps) {
  if (previousHref === undefined && nextHref === undefined) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-soft tabular-nums">{summary}</p>
      <div className="flex gap-2">
        {previousHref === undefined ? null : (
          <ButtonLink href={previousHref} rel="prev">
            <Icon icon={ChevronLeft} />
            Previous
          </ButtonLink>
        )}
        {nextHref === undefined ? null : (
          <ButtonLink href={nextHref} rel="next">
            Next
            <Icon icon={ChevronRight} />
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
