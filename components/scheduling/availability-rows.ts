import { conflictOf } from "@/components/record-form/conflict";
import type { RecordForm } from "@/components/record-form/use-record-form";
import type { ActionState } from "@/lib/action";
import { rowsOfDay, WEEKDAYS, type WindowRow } from "@/lib/scheduling/shown-availability";
import { formatDay } from "@/lib/time/format";
import { parseDay } from "@/lib/time/day";
import { parseWallTime } from "@/lib/time/wall-time";
import { wallRangeText } from "./course-words";
import type { FormRow } from "./availability-row";

/**
 * The rows of the form: those that were sent when it was refused, each with what is wrong with it, and
 * else those that stand.
 */
export function formRows({ state, basedOn }: RecordForm): FormRow[] {
  const standing = WEEKDAYS.flatMap((weekday) => rowsOfDay(weekday, basedOn));
  const sent = sentRows(state);
  if (sent === null) return standing;
  const taken = conflictOf(state)?.taken;
  const isTaken = (row: WindowRow) => `day${row.weekday}` === taken;
  return [...sent.filter((row) => !isTaken(row)), ...standing.filter(isTaken)];
}

function sentRows(state: ActionState): FormRow[] | null {
  if (state.status !== "refused") return null;
  const { lists = {}, fields = {} } = state;
  const { weekday: weekdays } = lists;
  if (weekdays === undefined) return null;
  const at = (name: string, index: number) => lists[name]?.[index] ?? "";
  const rows = weekdays.map((weekday, index) => {
    const error = (name: keyof WindowRow) => fields[`${name}.${index}`];
    return {
      weekday,
      locationId: at("locationId", index),
      startTime: at("startTime", index),
      endTime: at("endTime", index),
      validFrom: at("validFrom", index),
      validUntil: at("validUntil", index),
      errors: {
        locationId: error("locationId"),
        startTime: error("startTime"),
        endTime: error("endTime"),
        validFrom: error("validFrom"),
        validUntil: error("validUntil"),
      },
      isAdded: at("filled", index) === "yes",
    };
  });
  return rows.filter((row) => row.isAdded || row.startTime !== "" || row.endTime !== "");
}

type Readers = { locations: readonly { id: string; name: string }[]; locale: string };

/** "3:00 pm – 6:00 pm, Newtown, from Mon 5 Oct": a stored row in words. */
export function rowText(row: Omit<WindowRow, "weekday">, { locations, locale }: Readers): string {
  const [startTime, endTime] = [parseWallTime(row.startTime), parseWallTime(row.endTime)];
  const times = startTime && endTime ? wallRangeText({ startTime, endTime }, locale) : "no time";
  const place = locations.find(({ id }) => id === row.locationId)?.name ?? "another location";
  return [times, place, dayText("from", row.validFrom), dayText("until", row.validUntil)]
    .filter((part) => part !== "")
    .join(", ");

  function dayText(word: string, text: string): string {
    const day = parseDay(text);
    return day === null ? "" : `${word} ${formatDay(day, locale, "short")}`;
  }
}
