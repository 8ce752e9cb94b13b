import { z } from "zod";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { parseInstant } from "@/lib/time/instant";
import { linesText } from "@/lib/values/typed-text";
import { askSchoolInput, requestKey } from "./booking.schema";

const enrolmentId = z.uuid().transform((id) => id as EnrolmentId);
const bookingId = z.uuid().transform((id) => id as BookingId);
const week = z.coerce.number().int().min(1).max(60);

const instant = z.string().transform((text, check) => {
  const at = parseInstant(text);
  if (at === null) check.addIssue({ code: "custom", message: "Choose a time." });
  return at ?? z.NEVER;
});

/** Where the lesson was as it was confirmed that it should be moved or cancelled. */
const shown = instant;

/** The start that was confirmed: `instead` is the nearest free time, pressed after a refusal. */
const start = { startsAt: instant, instead: instant.optional() };

export const bookLessonForm = z
  .object({ requestKey, enrolmentId, week, ...start })
  .transform(({ instead, ...form }) => ({ ...form, startsAt: instead ?? form.startsAt }));

export const moveBookingForm = z
  .object({ requestKey, bookingId, shown, ...start })
  .transform(({ instead, ...form }) => ({ ...form, startsAt: instead ?? form.startsAt }));

export const cancelBookingForm = z.object({
  requestKey,
  bookingId,
  shown,
  note: linesText(500, "Please keep it below 500 characters.").optional(),
});

export const askSchoolForm = askSchoolInput.extend({ enrolmentId });

const WEEK_FIELD = /^week-([1-9]\d?)$/;

/** One field per week, "week-8"; a week that is left open comes as an empty text. */
export const bookAllWeeksForm = z
  .looseObject({ requestKey, enrolmentId })
  .transform((form, check) => {
    const lessons = Object.entries(form).flatMap(([name, value]) => {
      const found = WEEK_FIELD.exec(name);
      if (found === null || value === "") return [];
      const startsAt = typeof value === "string" ? parseInstant(value) : null;
      if (startsAt === null) {
        check.addIssue({ code: "custom", path: [name], message: "Choose a time." });
        return [];
      }
      return [{ week: Number(found[1]), startsAt }];
    });
    if (lessons.length === 0) {
      check.addIssue({ code: "custom", path: ["form"], message: "Choose at least one time." });
    }
    return { requestKey: form.requestKey, enrolmentId: form.enrolmentId, lessons };
  });
