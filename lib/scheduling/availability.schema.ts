import { z } from "zod";
import type { LocationId, TeacherId } from "@/lib/ids";
import { dayField, idField, optionalField, wallTimeField, weekdayField } from "./course.schema";

const times = { startTime: wallTimeField, endTime: wallTimeField };

function endsAfterStart(part: { startTime: string; endTime: string }): boolean {
  return part.startTime < part.endTime;
}

export const availabilityWindow = z
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
    reason: optionalField(z.string().trim().max(200)),
  })
  .refine(endsAfterStart, { path: ["endTime"], message: "Choose an end after the start." });
