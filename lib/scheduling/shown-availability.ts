import type { Shown } from "@/lib/values/shown-record";
import type { Weekday } from "@/lib/time/day";
import type { WeeklyWindow } from "./free-time";

/** The open times of a weekday as its rows show them, in texts. */
export type WindowRow = {
  weekday: string;
  locationId: string;
  startTime: string;
  endTime: string;
  validFrom: string;
  validUntil: string;
};

export type AvailabilityField = `day${Weekday}`;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** All weekly windows of a teacher as their form shows them: a line for each, by weekday. */
export function availabilityShown(windows: readonly WeeklyWindow[]): Shown<AvailabilityField> {
  return rowsShown(
    windows.map((window) => ({
      ...window,
      weekday: String(window.weekday),
      validUntil: window.validUntil ?? "",
    })),
  );
}

export function rowsShown(rows: readonly WindowRow[]): Shown<AvailabilityField> {
  const lines = (weekday: Weekday) =>
    rows
      .filter((row) => row.weekday === String(weekday))
      .map(({ startTime, endTime, locationId, validFrom, validUntil }) =>
        [startTime, endTime, locationId, validFrom, validUntil].join(" "),
      )
      .sort()
      .join("\n");
  return {
    ...{ day1: lines(1), day2: lines(2), day3: lines(3), day4: lines(4) },
    ...{ day5: lines(5), day6: lines(6), day7: lines(7) },
  };
}

/** The rows of a weekday again. */
export function rowsOfDay(weekday: Weekday, shown: Shown): WindowRow[] {
  return linesOfDay(shown[`day${weekday}`] ?? "").map((row) => ({
    ...row,
    weekday: String(weekday),
  }));
}

/** The lines of one weekday's text. */
export function linesOfDay(text: string): Omit<WindowRow, "weekday">[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [startTime = "", endTime = "", locationId = "", validFrom = "", validUntil = ""] =
        line.split(" ");
      return { locationId, startTime, endTime, validFrom, validUntil };
    });
}
