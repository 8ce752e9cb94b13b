import { CircleCheck, CircleDashed, History, type LucideIcon } from "lucide-react";
import Link from "next/link";
import type { OwedStatus } from "@/lib/booking/entitlement";
import { formatDateTime } from "@/lib/time/format";
import type { Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";
import { weekDates, type SchoolClock } from "./lesson-words";

export type WeekChip = {
  week: number;
  from: Day;
  to: Day;
  status: OwedStatus;
  booking: { id: string; startsAt: Instant } | null;
};

type WeekChipsProps = {
  label: string;
  clock: SchoolClock;
  weeks: readonly WeekChip[];
  /** Where a week leads; null is not a link. */
  hrefOf: (week: WeekChip) => string | null;
  currentWeek?: number | null;
  /** Without dates, for a row above the week itself. */
  compact?: boolean;
};

const LOOKS: Record<OwedStatus, { icon: LucideIcon; block: string; words: string }> = {
  "to-book": {
    icon: CircleDashed,
    block: "border-dashed border-primary-strong bg-surface-raised",
    words: "To book",
  },
  booked: { icon: CircleCheck, block: "border-transparent bg-success", words: "Booked" },
  taught: { icon: History, block: "border-transparent bg-surface-sunken", words: "Over" },
  past: { icon: History, block: "border-transparent bg-surface-sunken", words: "Not booked" },
};

/** The individual weeks of one enrolment, each with what became of it. */
export function WeekChips(props: WeekChipsProps) {
  const { label, clock, weeks, hrefOf, currentWeek, compact = false } = props;
  return (
    <ul
      aria-label={label}
      className={classNames(
        "grid gap-2",
        compact
          ? "grid-cols-[repeat(auto-fill,minmax(min(6rem,100%),1fr))]"
          : "grid-cols-[repeat(auto-fill,minmax(min(8.25rem,100%),1fr))]",
      )}
    >
      {weeks.map((week) => (
        <li key={week.week}>
          <Chip
            {...{ week, clock, compact }}
            href={hrefOf(week)}
            current={week.week === currentWeek}
          />
        </li>
      ))}
    </ul>
  );
}

type ChipProps = {
  week: WeekChip;
  clock: SchoolClock;
  compact: boolean;
  href: string | null;
  current: boolean;
};

function Chip({ week, clock, compact, href, current }: ChipProps) {
  const look = LOOKS[week.status];
  const className = classNames(
    "flex h-full items-center gap-2 rounded-control border-2 py-2 leading-tight",
    compact ? "px-2" : "px-3",
    compact ? "min-h-13" : "min-h-16",
    look.block,
    current && "outline-3 -outline-offset-1 outline-primary-strong",
    week.status === "booked" ? "text-success-ink" : "text-ink",
  );
  const text = (
    <>
      {compact ? null : <Icon icon={look.icon} className="size-5" />}
      <span className="min-w-0">
        <span className="block font-bold whitespace-nowrap">Week {week.week}</span>
        {compact ? (
          <span className="flex items-center gap-1 text-sm">
            <Icon icon={look.icon} className="size-4" />
            {look.words}
          </span>
        ) : (
          <span className="block text-sm">{statusText(week, clock)}</span>
        )}
      </span>
    </>
  );
  if (href === null) return <div className={className}>{text}</div>;
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={current ? "page" : undefined}
      className={classNames(className, "underline-offset-4 hover:underline")}
    >
      {text}
    </Link>
  );
}

function statusText(week: WeekChip, clock: SchoolClock) {
  if (week.status === "booked" && week.booking !== null) {
    return formatDateTime(week.booking.startsAt, clock.timeZone, clock.locale);
  }
  return (
    <>
      {weekDates(clock, week)}
      <span className="block font-semibold">{LOOKS[week.status].words}</span>
    </>
  );
}
