import { z } from "zod";
import { linesText } from "@/lib/values/typed-text";

const instant = z.iso.datetime({ offset: true });
const week = z.coerce.number().int().min(1).max(60);

/** `POST bookings`: one lesson of one enrolment. */
export const bookLessonInput = z.object({ enrolmentId: z.uuid(), week, startsAt: instant });

/** `PATCH bookings/{id}`. */
export const moveBookingInput = z.object({ startsAt: instant });

/** Up to 200 characters of the caller's own choosing; the same again gives the first result. */
export const requestKey = z.string().min(1).max(200);

export const askSchoolInput = z.object({
  enrolmentId: z.uuid(),
  week,
  message: linesText(1000).min(1, "Write when it would suit you."),
});
