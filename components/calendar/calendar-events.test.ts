import { expect, it } from "vitest";
import type { EntryResource } from "@/lib/scheduling/calendar-resource";
import { asTimeZone } from "@/lib/time/zone";
import { hoursOf } from "./calendar-events";

const SYDNEY = asTimeZone("Australia/Sydney");

function lesson(startsAt: string, endsAt: string) {
  return { startsAt, endsAt } as EntryResource;
}

it("A day shows its usual afternoon, and whatever lies before and after it", () => {
  expect(hoursOf([], SYDNEY)).toEqual({ from: "14:00:00", until: "19:00:00" });
  const early = lesson("2026-10-04T22:30:00Z", "2026-10-04T23:15:00Z");
  const late = lesson("2026-10-05T09:00:00Z", "2026-10-05T09:45:00Z");
  expect(hoursOf([early, late], SYDNEY)).toEqual({ from: "09:00:00", until: "21:00:00" });
});

it("A lesson that ends at midnight is shown whole, to the end of its day", () => {
  const last = lesson("2026-10-05T12:15:00Z", "2026-10-05T13:00:00Z");
  expect(hoursOf([last], SYDNEY)).toEqual({ from: "14:00:00", until: "24:00:00" });
});
