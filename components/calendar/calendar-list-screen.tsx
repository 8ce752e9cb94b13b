import { EmptyState } from "@/components/ui/empty-state";
import { PrintButton } from "@/components/ui/print-button";
import { ButtonLink } from "@/components/ui/button-link";
import { calendarQuery, type CalendarAddress } from "@/lib/scheduling/calendar-address";
import { daysOfRange, type CalendarRange } from "@/lib/scheduling/calendar-range";
import { calendarResource, type LessonDetailsResource } from "@/lib/scheduling/calendar-resource";
import { CalendarFilters } from "./calendar-filters";
import { CalendarList } from "./calendar-list";
import type { CalendarSetting } from "./calendar-setting";
import { CalendarToolbar } from "./calendar-toolbar";
import { CrowdedRange } from "./crowded-range";
import { KindLegend } from "./kind-legend";
import { LessonCard } from "./lesson-card";

/** A list of more is not read; it would also be megabytes. */
const MOST_IN_LIST = 1_000;

type CalendarListScreenProps = {
  setting: CalendarSetting;
  address: CalendarAddress;
  calendar: CalendarRange;
  /** Of the entry that the address asks for; null where there is none. */
  details: LessonDetailsResource | null;
};

/** The calendar as a list, which needs no script. */
export function CalendarListScreen(props: CalendarListScreenProps) {
  const { setting, address, calendar, details } = props;
  const { entries, closures, weeks } = calendar;
  const { teachers, rooms, locations, courses, students } = calendar;
  const crowded = !address.oneDay && entries.length > MOST_IN_LIST;
  const dayHref = (date: CalendarAddress["date"]) =>
    `${setting.path}${calendarQuery({ ...address, view: "list", oneDay: true, date })}`;
  return (
    <>
      <CalendarToolbar {...{ setting, address, weeks }} view="list" range={calendar} />
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <CalendarFilters
          {...{ setting }}
          address={{ ...address, view: "list" }}
          lists={{ teachers, rooms, locations, courses, students }}
        />
        <div className="mb-4 max-sm:hidden print:hidden">
          <PrintButton />
        </div>
      </div>
      {details === null ? null : <Details {...props} details={details} />}
      {crowded ? (
        <CrowdedRange
          {...{ setting }}
          range={calendar}
          calendar={calendarResource(calendar)}
          hrefOf={dayHref}
        />
      ) : (
        <CalendarList {...{ setting, address, calendar }} />
      )}
      {entries.length + closures.length === 0 ? (
        <EmptyState
          character={setting.owner === "student" ? "liam" : "floyd"}
          title={
            daysOfRange(calendar).length === 1
              ? "No lessons on this day"
              : "No lessons in this week"
          }
        >
          {Object.keys(address.filters).length > 0
            ? "Nothing fits what you chose above."
            : "Look at another week."}
        </EmptyState>
      ) : null}
      {crowded ? null : <KindLegend kinds={entries.map(({ kind }) => kind)} />}
    </>
  );
}

type DetailsProps = CalendarListScreenProps & { details: LessonDetailsResource };

function Details({ setting, address, details }: DetailsProps) {
  const back = `${setting.path}${calendarQuery({ ...address, view: "list", entry: null })}`;
  return (
    <section
      id="details"
      aria-labelledby="details-title"
      tabIndex={-1}
      className="mb-6 grid max-w-xl scroll-mt-4 gap-4 rounded-card border-2 border-line-strong bg-surface-raised p-5 outline-none print:hidden"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id="details-title" className="text-2xl">
          {details.course.name}
        </h2>
        <ButtonLink href={back} scroll={false}>
          Close
        </ButtonLink>
      </div>
      <LessonCard setting={setting} details={details} />
    </section>
  );
}
