import { z } from "zod";
import type { AvailabilityId, LocationId, TeacherId } from "@/lib/ids";
import { lineText } from "@/lib/values/typed-text";
import { dayField, idField, optionalField, wallTimeField, weekdayField } from "./course.schema";

const times = { startTime: wallTimeField, endTime: wallTimeField };

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
  .refine(endsAfterStart, { path: ["endTime"], message: "Choose an end after the start." });

export const availabilityExceptionInput = z
  .object({
    teacherId: idField<TeacherId>(),
    kind: z.enum(["EXTRA", "BLOCK"]),
    on: dayField,
    ...times,
    locationId: optionalField(idField<LocationId>()),
    reason: optionalField(lineText(200)),
  })
  .refine(endsAfterStart, { path: ["endTime"], message: "Choose an end after the start." });

const column = z.array(z.string()).max(100);

/**
 * The weekly windows as a form sends them: a list for each column, a row for each window. A row
 * without times is no window.
 */
export const availabilityInput = z
  .object({
    teacherId: idField<TeacherId>(),
    locationId: column,
    weekday: column,
    startTime: column,
    endTime: column,
    validFrom: column,
    validUntil: column,
  })
  .transform((form, context) => {
    const rows = form.startTime
      .map((startTime, index) => ({
        startTime,
        endTime: form.endTime[index] ?? "",
        locationId: form.locationId[index] ?? "",
        weekday: form.weekday[index] ?? "",
        validFrom: form.validFrom[index] ?? "",
        validUntil: form.validUntil[index] ?? "",
      }))
      .filter((row) => row.startTime !== "" || row.endTime !== "");
    const parsed = z.array(availabilityWindow).safeParse(rows);
    if (parsed.success) {
      return {
        teacherId: form.teacherId,
        windows: parsed.data.map((row) => ({ ...row, validUntil: row.validUntil ?? null })),
      };
    }
    const [issue] = parsed.error.issues;
    const row = Number(issue?.path[0]) + 1;
    context.addIssue({
      code: "custom",
      path: ["windows"],
      message: `Open time ${row}: ${issue?.message ?? "check it."}`,
    });
    return z.NEVER;
  });

export const removeExceptionInput = z.object({ exceptionId: idField<AvailabilityId>() });
