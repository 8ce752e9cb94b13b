import { parseId, type LocationId } from "@/lib/ids";
import type { Day, Weekday } from "@/lib/time/day";
import { weekOfAddress } from "./school-week";

/** What a calendar page shows, as its address says it. */
export type CalendarAddress = { from: Day; everybody: boolean; locationId: LocationId | null };

type Params = Readonly<Record<string, string | string[] | undefined>>;

export function calendarAddress(params: Params, today: Day, weekStart: Weekday): CalendarAddress {
  const location = params["location"];
  return {
    from: weekOfAddress(params["week"], today, weekStart),
    everybody: params["view"] === "school",
    locationId: typeof location === "string" ? parseId<LocationId>(location) : null,
  };
}

/** The address of the same calendar with something changed. */
export function calendarHref(
  path: string,
  { from, everybody, locationId }: CalendarAddress,
): string {
  const query = new URLSearchParams({ week: from });
  if (everybody) query.set("view", "school");
  if (locationId !== null) query.set("location", locationId);
  return `${path}?${query.toString()}`;
}
