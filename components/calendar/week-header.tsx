import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { addDays, type Day } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";

type WeekHeaderProps = {
  from: Day;
  thisWeek: Day;
  locale: string;
  term: { name: string; week: number } | null;
  hrefOf: (from: Day) => string;
};

/** Which week is shown, and the way to the ones around it. */
export function WeekHeader({ from, thisWeek, locale, term, hrefOf }: WeekHeaderProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <p className="grid">
        <span className="font-display text-xl font-bold">
          {formatDay(from, locale, "short")} – {formatDay(addDays(from, 6), locale, "short")}
        </span>
        <span className="text-ink-soft">
          {term ? `Week ${term.week}, ${term.name}` : "No term"}
        </span>
      </p>
      <nav aria-label="Weeks" className="flex gap-2 print:hidden">
        <ButtonLink href={hrefOf(addDays(from, -7))} rel="prev" aria-label="Week before">
          <Icon icon={ChevronLeft} />
        </ButtonLink>
        <ButtonLink
          href={hrefOf(thisWeek)}
          aria-current={from === thisWeek ? "page" : undefined}
          className="aria-[current=page]:border-primary-strong aria-[current=page]:bg-primary-soft aria-[current=page]:text-primary-soft-ink"
        >
          This week
        </ButtonLink>
        <ButtonLink href={hrefOf(addDays(from, 7))} rel="next" aria-label="Week after">
          <Icon icon={ChevronRight} />
        </ButtonLink>
      </nav>
    </div>
  );
}
