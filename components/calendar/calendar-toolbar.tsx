import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import {
  CALENDAR_VIEWS,
  stepDate,
  type CalendarAddress,
  type CalendarView,
  type DayRange,
} from "@/lib/scheduling/calendar-address";
import type { CalendarRange } from "@/lib/scheduling/calendar-range";
import { daysBetween } from "@/lib/time/day";
import { CalendarLink, type Go } from "./calendar-link";
import type { CalendarSetting } from "./calendar-setting";
import { rangeTitle, weeksText } from "./calendar-words";

const VIEW_NAMES: Record<CalendarView, string> = {
  day: "Day",
  week: "Week",
  month: "Month",
  list: "List",
};

export type CalendarToolbarProps = {
  setting: CalendarSetting;
  address: CalendarAddress;
  view: CalendarView;
  range: DayRange;
  /** Null while they are not known yet. */
  weeks: CalendarRange["weeks"] | null;
  /** Changes what is shown without leaving the page. */
  go?: Go;
};

/** What is shown, and the ways to what is beside it; links all of them, so that it works without JavaScript. */
export function CalendarToolbar(props: CalendarToolbarProps) {
  const { setting, address, view, range, weeks, go } = props;
  const { locale } = setting.school;
  const title = rangeTitle({ view, date: address.date, range, locale });
  const link = { path: setting.path, go };
  return (
    <div className="mb-4 grid gap-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
        {setting.bothOwners ? <Owners {...props} /> : null}
        <Views {...props} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="grid" aria-live="polite">
          <p className="font-display text-xl leading-tight font-bold">{title}</p>
          <p className="min-h-6 text-ink-soft">{weeks === null ? "" : weeksText(weeks)}</p>
        </div>
        <nav aria-label="Dates" className="flex flex-wrap gap-2 print:hidden">
          <Steps {...props} />
          {view === "list" ? null : (
            <CalendarLink
              {...link}
              to={listOf(address, view)}
              aria-label="Print, from the list"
              className={buttonClass({}, "max-sm:hidden")}
            >
              <Icon icon={Printer} />
            </CalendarLink>
          )}
        </nav>
      </div>
    </div>
  );
}

const TAB = "flex min-h-11 items-center rounded-control px-3 font-bold sm:px-4 -outline-offset-3";
const CURRENT = "bg-surface-raised text-ink";
const OTHER = "text-ink-soft hover:bg-surface hover:text-ink";

function Views({ setting, address, view, go }: CalendarToolbarProps) {
  return (
    <nav aria-label="View" className="min-w-0">
      <ul className="flex w-max max-w-full flex-wrap gap-1 rounded-card bg-surface-sunken p-1">
        {CALENDAR_VIEWS.map((each) => (
          <li key={each}>
            <CalendarLink
              path={setting.path}
              go={go}
              to={each === "list" ? listOf(address, view) : viewOf(address, each)}
              aria-current={each === view ? "page" : undefined}
              className={classNames(TAB, each === view ? CURRENT : OTHER)}
            >
              {each === "list" && view !== "list" ? (
                <span>
                  <span className="sr-only">Show as </span>List
                </span>
              ) : (
                VIEW_NAMES[each]
              )}
            </CalendarLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Owners({ setting, address, view }: CalendarToolbarProps) {
  return (
    <nav aria-label="Whose lessons" className="min-w-0">
      <ul className="flex w-max max-w-full flex-wrap gap-1 rounded-card bg-surface-sunken p-1">
        {[false, true].map((everybody) => (
          <li key={String(everybody)}>
            <CalendarLink
              path={setting.path}
              // Whose it is decides on the server what the page is.
              go={undefined}
              to={{ ...address, view, everybody, filters: {}, entry: null }}
              aria-current={everybody === address.everybody ? "page" : undefined}
              className={classNames(TAB, everybody === address.everybody ? CURRENT : OTHER)}
            >
              {everybody ? "Whole school" : "My lessons"}
            </CalendarLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const THIS_NAMES = { day: "Today", week: "This week", month: "This month" } as const;

function Steps({ setting, address, view, range, go }: CalendarToolbarProps) {
  const unit = view === "list" ? (address.oneDay ? "day" : "week") : view;
  const link = { path: setting.path, go, className: buttonClass({}) };
  const at = (date: CalendarAddress["date"]) => ({ ...address, view, date, entry: null });
  const days = daysBetween(range.from, range.until);
  const name = unit === "week" && days < 7 ? `${days} days` : unit;
  const isThis = range.from <= setting.today && setting.today < range.until;
  const step = (by: -1 | 1) => at(stepDate({ view: unit, date: address.date, range }, by));
  const isCurrent = unit === "month" ? isSameMonth(address.date, setting.today) : isThis;
  return (
    <>
      <CalendarLink {...link} to={step(-1)} rel="prev" aria-label={`Previous ${name}`}>
        <Icon icon={ChevronLeft} />
      </CalendarLink>
      <CalendarLink
        {...link}
        to={at(setting.today)}
        aria-current={isCurrent ? "date" : undefined}
        className={buttonClass(
          {},
          "aria-[current=date]:border-primary-strong aria-[current=date]:bg-primary-soft aria-[current=date]:text-primary-soft-ink",
        )}
      >
        {name === unit ? THIS_NAMES[unit] : THIS_NAMES.day}
      </CalendarLink>
      <CalendarLink {...link} to={step(1)} rel="next" aria-label={`Next ${name}`}>
        <Icon icon={ChevronRight} />
      </CalendarLink>
    </>
  );
}

function isSameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

/** The list of what is shown: of the day, or of the week. */
function listOf(address: CalendarAddress, view: CalendarView): CalendarAddress {
  const oneDay = view === "list" ? address.oneDay : view === "day";
  return { ...address, view: "list", oneDay, entry: null };
}

function viewOf(address: CalendarAddress, view: CalendarView): CalendarAddress {
  return { ...address, view, oneDay: false, entry: null };
}
