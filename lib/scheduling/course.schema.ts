import { z } from "zod";
import type { CourseId, RoomId, TeacherId, TermId } from "@/lib/ids";
import { basedOnField } from "@/lib/values/shown-record.schema";
import { parseDay, type Day, type Weekday } from "@/lib/time/day";
import { END_OF_DAY, MIDNIGHT, parseWallTime, type WallTime } from "@/lib/time/wall-time";
import { lineText, nameText } from "@/lib/values/typed-text";
import { wholeNumber } from "@/lib/values/whole-number";
import type { CourseFactField, CourseTimesField } from "./shown-course";

export const dayField = z
  .string()
  .refine((text) => parseDay(text) !== null, "Choose a day.")
  .transform((text) => text as Day);

export const wallTimeField = z
  .string()
  .refine((text) => parseWallTime(text) !== null, "Give a time such as 16:00.")
  .transform((text) => parseWallTime(text) as WallTime);

/** When something ends: a browser says midnight as 00:00, which is the end of that day. */
export const endTimeField = wallTimeField.transform((time) =>
  time === MIDNIGHT ? END_OF_DAY : time,
);

/** An empty field of a form is no value, nor is one in which nothing is left to see. */
export function optionalField<T extends z.ZodType>(field: T) {
  return z
    .preprocess((value) => (value === "" ? undefined : value), field.optional())
    .transform((value) => (value === "" ? undefined : value));
}

export const weekdayField = z.coerce
  .number()
  .int()
  .min(1)
  .max(7)
  .transform((weekday) => weekday as Weekday);

export function idField<Id extends string>() {
  return z.uuid("Choose one.").transform((id) => id as Id);
}

const minutes = wholeNumber({ least: 5, most: 720, of: "minutes" });
/** "35" or "35.50" as minor units. */
const price = lineText(20)
  .regex(/^\d{1,6}(?:\.\d{2})?$/, "Give an amount such as 35 or 35.50.")
  .transform((text) => {
    const [whole = "0", cents = "00"] = text.split(".");
    return Number(whole) * 100 + Number(cents);
  });

const courseId = idField<CourseId>();
const name = nameText(120, "Give the course a name.");
const instrument = optionalField(lineText(60));
const capacity = wholeNumber({ least: 1, most: 500, of: "students" });
const slotStepMinutes = optionalField(
  z.enum(["5", "10", "15", "30"]).transform((text) => Number(text) as 5 | 10 | 15 | 30),
);
const lessonMinutes = optionalField(minutes);
const prices = { groupPriceMinor: optionalField(price), lessonPriceMinor: optionalField(price) };
const times = {
  teacherId: idField<TeacherId>(),
  roomId: idField<RoomId>(),
  weekday: optionalField(weekdayField),
  heldOn: optionalField(dayField),
  startTime: wallTimeField,
  groupMinutes: minutes,
};

export const courseInput = z.object({
  termId: idField<TermId>(),
  kind: z.enum(["INDIVIDUAL", "GROUP", "BAND", "HYBRID", "ONE_OFF"]),
  ...{ name, instrument, capacity, lessonMinutes, slotStepMinutes },
  ...times,
  ...prices,
  acceptOutside: z
    .literal("yes")
    .optional()
    .transform((text) => text === "yes"),
});

export const courseChangeInput = z.object({
  ...{ courseId, name, instrument, capacity, lessonMinutes, slotStepMinutes },
  ...prices,
  basedOn: basedOnField<CourseFactField>(),
});

export const courseTimesInput = z.object({
  ...{ courseId, ...times },
  basedOn: basedOnField<CourseTimesField>(),
});
