import { z } from "zod";
import type { AvailabilityId, LocationId, TeacherId } from "@/lib/ids";
import { daysBetween } from "@/lib/time/day";
import { lineText } from "@/lib/values/typed-text";
import { basedOnField } from "@/lib/values/shown-record.schema";
import {
  dayField,
  endTimeField,
  idField,
  optionalField,
  wallTimeField,
  weekdayField,
} from "./course.schema";
import type { AvailabilityField } from "./shown-availability";

const times = { startTime: wallTimeField, endTime: endTimeField };

function endsAfterStart(part: { startTime: string; endTime: string }): boolean {
  return part.startTime < part.endTime;
}

const availabilityWindow = z
  .object({
    locationId: idField<LocationId>(),
    weekday: weekdayField,
    ...times,
    validFrom: dayField,
    validUntil: optionalField(dayField),
  })
  .refine(endsAfterStart, { path: ["endTime"], message: "Choose an end after the start." })
  .refine(({ validFrom, validUntil }) => validUntil === undefined || validFrom <= validUntil, {
    path: ["validUntil"],
    message: "Choose a last day that is not before the first.",
  });

const MOST_DAYS = 366;

/** "Away" is all day where no times are given; extra time is from a time to a time. */
export const availabilityExceptionInput = z
  .object({
    teacherId: idField<TeacherId>(),
    kind: z.enum(["EXTRA", "BLOCK"]),
    on: dayField,
    until: optionalField(dayField),
    startTime: optionalField(wallTimeField),
    endTime: optionalField(endTimeField),
    locationId: optionalField(idField<LocationId>()),
    reason: optionalField(lineText(200)),
  })
  .refine(({ on, until }) => until === undefined || on <= until, {
    path: ["until"],
    message: "Choose a last day that is not before the first.",
  })
  .refine(({ on, until }) => until === undefined || daysBetween(on, until) < MOST_DAYS, {
    path: ["until"],
    message: "Choose at most a year.",
  })
  .refine(({ kind, startTime }) => kind === "BLOCK" || startTime !== undefined, {
    path: ["startTime"],
    message: "Give a time such as 16:00.",
  })
  .refine(({ startTime, endTime }) => startTime === undefined || endTime !== undefined, {
    path: ["endTime"],
    message: "Give a time such as 17:00.",
  })
  .refine(({ startTime, endTime }) => startTime !== undefined || endTime === undefined, {
    path: ["startTime"],
    message: "Give a time such as 16:00.",
  })
  .refine(
    ({ startTime, endTime }) =>
      startTime === undefined || endTime === undefined || startTime < endTime,
    { path: ["endTime"], message: "Choose an end after the start." },
  );

const column = z.array(z.string()).max(100);

/**
 * The weekly windows as a form sends them: a list for each column, a row for each window. What is wrong
 * with the third row is said at "startTime.2". A row is left out when nobody put a time in it, unless
 * somebody added it on purpose (`filled`).
 */
export const availabilityInput = z
  .object({
    teacherId: idField<TeacherId>(),
    filled: column.default([]),
    locationId: column,
    weekday: column,
    startTime: column,
    endTime: column,
    validFrom: column,
    validUntil: column,
    basedOn: basedOnField<AvailabilityField>(),
  })
  .transform((form, context) => {
    const windows = form.startTime.flatMap((startTime, index) => {
      const row = {
        startTime,
        endTime: form.endTime[index] ?? "",
        locationId: form.locationId[index] ?? "",
        weekday: form.weekday[index] ?? "",
        validFrom: form.validFrom[index] ?? "",
        validUntil: form.validUntil[index] ?? "",
      };
      const isBlank = row.startTime === "" && row.endTime === "";
      if (isBlank && form.filled[index] !== "yes") return [];
      const parsed = availabilityWindow.safeParse(row);
      if (parsed.success) return [{ ...parsed.data, validUntil: parsed.data.validUntil ?? null }];
      for (const { path, message } of parsed.error.issues) {
        context.addIssue({ code: "custom", path: [`${String(path[0])}.${index}`], message });
      }
      return [];
    });
    return { teacherId: form.teacherId, windows, basedOn: form.basedOn };
  });

export const removeExceptionInput = z.object({ exceptionId: idField<AvailabilityId>() });
