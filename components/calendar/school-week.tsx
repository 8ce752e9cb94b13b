import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tab-links";
import type { LocationId } from "@/lib/ids";
import { calendarHref, type CalendarAddress } from "@/lib/scheduling/calendar-address";
import { firstDayOfSchoolWeek } from "@/lib/scheduling/school-week";
import type { WeekCalendar } from "@/lib/scheduling/week-calendar";
import type { SchoolFacts } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";
import { KindLegend } from "./kind-legend";
import { WeekGrid } from "./week-grid";
import { WeekHeader } from "./week-header";

type SchoolWeekProps = {
  week: WeekCalendar;
  address: CalendarAddress;
  path: string;
  school: Pick<SchoolFacts, "timeZone" | "locale" | "weekStart">;
  today: Day;
  /** Whether one's own lessons can be told from everybody's. */
  ownLessons: boolean;
  coursesHref?: string;
};

/** A week of the school with its filters, for those who see all of it. */
export function SchoolWeek(props: SchoolWeekProps) {
  const { week, address, path, school, today, ownLessons, coursesHref } = props;
  const everybody = address.everybody || !ownLessons;
  const empty = week.days.every((day) => day.entries.length === 0);
  return (
    <>
      <div className="flex flex-wrap gap-x-4 print:hidden">
        {ownLessons ? (
          <TabLinks
            label="Whose lessons"
            tabs={[false, true].map((all) => ({
              href: calendarHref(path, { ...address, everybody: all }),
              label: all ? "Whole school" : "My lessons",
              current: address.everybody === all,
            }))}
          />
        ) : null}
        {week.locations.length > 1 ? (
          <TabLinks
            label="Location"
            tabs={[{ id: null, name: "Everywhere" }, ...week.locations].map(({ id, name }) => ({
              href: calendarHref(path, { ...address, locationId: id as LocationId | null }),
              label: name,
              current: address.locationId === id,
            }))}
          />
        ) : null}
      </div>
      <WeekHeader
        from={address.from}
        thisWeek={firstDayOfSchoolWeek(today, school.weekStart)}
        locale={school.locale}
        term={week.term}
        hrefOf={(from) => calendarHref(path, { ...address, from })}
      />
      {empty ? (
        <EmptyState character="floyd" title="No lessons this week">
          {everybody ? "Nothing is planned here." : "Look at the whole school, or at another week."}
        </EmptyState>
      ) : null}
      <WeekGrid
        days={week.days}
        today={today}
        timeZone={school.timeZone}
        look={{
          locale: school.locale,
          teachers: everybody,
          rosters: everybody ? "folded" : "open",
          coursesHref,
        }}
      />
      <KindLegend days={week.days} />
    </>
  );
}
