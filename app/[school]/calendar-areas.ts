import type { CalendarSetting } from "@/components/calendar/calendar-setting";
import type { CalendarOwner } from "@/lib/scheduling/calendar-reach";
import type { SchoolContext } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";

export type CalendarArea = "admin" | "teach" | "family" | "student";

type AreaFacts = Pick<CalendarSetting, "bothOwners" | "listFirst"> & {
  page: string;
  owner: CalendarOwner;
};

const FACTS: Record<CalendarArea, AreaFacts> = {
  admin: { page: "admin/calendar", owner: "school", bothOwners: false, listFirst: false },
  teach: { page: "teach", owner: "teacher", bothOwners: true, listFirst: false },
  family: { page: "family/calendar", owner: "family", bothOwners: false, listFirst: true },
  student: { page: "student", owner: "student", bothOwners: false, listFirst: true },
};

type Asked = { today: Day; everybody: boolean };

/** What the calendar of an area is, and where its links lead. */
export function calendarSetting(
  { school }: SchoolContext,
  area: CalendarArea,
  { today, everybody }: Asked,
): CalendarSetting {
  const { page, owner, bothOwners, listFirst } = FACTS[area];
  const { slug, timeZone, locale, weekStart } = school;
  const base = `/${slug}/${area}`;
  return {
    ...{ path: `/${slug}/${page}`, base, bothOwners, listFirst, today },
    api: `/api/v1/schools/${slug}/calendar`,
    owner: bothOwners && everybody ? "school" : owner,
    school: { timeZone, locale, weekStart },
    filters: filtersOf(area, everybody),
    links: linksOf(area, base),
  };
}

function filtersOf(area: CalendarArea, everybody: boolean): CalendarSetting["filters"] {
  if (area === "family") return ["student"];
  if (area === "student") return [];
  const places = ["room", "location", "course", "kind"] as const;
  return area === "admin" || everybody ? ["teacher", ...places] : places;
}

function linksOf(area: CalendarArea, base: string): CalendarSetting["links"] {
  if (area === "family") return { booking: `${base}/bookings`, book: "family" };
  if (area !== "admin") return {};
  return {
    course: `${base}/courses`,
    booking: `${base}/desk/bookings`,
    student: `${base}/people/students`,
    book: "desk",
  };
}
