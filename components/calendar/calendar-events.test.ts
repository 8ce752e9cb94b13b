import { expect, it } from "vitest";
import type { EntryKind } from "@/lib/scheduling/calendar-range";
import type { CalendarOwner } from "@/lib/scheduling/calendar-reach";
import type { EntryResource } from "@/lib/scheduling/calendar-resource";
import { asTimeZone } from "@/lib/time/zone";
import { gridEvents, hoursOf } from "./calendar-events";

const SYDNEY = asTimeZone("Australia/Sydney");

function lesson(startsAt: string, endsAt: string) {
  return { startsAt, endsAt } as EntryResource;
}

function titles(kind: EntryKind, names: string[], owner: CalendarOwner) {
  const who = { names, students: names.length, placeholder: null };
  const entry = { courseId: "c", roomId: "r", kind, ...who };
  const things = { teachers: [], rooms: [], locations: [], closures: [] };
  const calendar = { entries: [entry], courses: [{ id: "c", name: "Piano" }], ...things };
  const [event] = gridEvents(calendar as never, owner);
  return [String(event?.title), String(event?.["second"])];
}

it("An individual lesson has the student first for the school, the course for a family", () => {
  expect(titles("individual", ["Mia Price"], "teacher")).toEqual(["Mia Price", "Piano"]);
  expect(titles("hybrid-individual", ["Mia Price"], "school")).toEqual(["Mia Price", "Piano"]);
  expect(titles("individual", [], "school")).toEqual(["Piano", "Nobody enrolled"]);
  expect(titles("group", ["Mia Price"], "teacher")).toEqual(["Piano", "Mia Price"]);
  expect(titles("individual", ["Mia"], "family")).toEqual(["Piano", "Mia"]);
});

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
