import { z } from "zod";
import type { BookingId, ClosureId, CourseId, EnrolmentId, LocationId } from "@/lib/ids";
import { dayField, idField, optionalField } from "@/lib/scheduling/course.schema";
import { basedOnField } from "@/lib/values/shown-record.schema";
import type { WeekKind } from "@/lib/scheduling/week-plan";
import { parseDay } from "@/lib/time/day";
import { parseInstant } from "@/lib/time/instant";
import { parseWallTime } from "@/lib/time/wall-time";
import { linesText, nameText } from "@/lib/values/typed-text";
import { requestKey } from "../booking.schema";
import type { WindowField } from "../window/shown-window";

const confirmed = optionalField(z.string().max(64));
const LETTERS: Record<string, WeekKind> = { G: "GROUP", I: "INDIVIDUAL", N: "NONE" };

/** A plan as one letter for each week: "GGIN". */
const planLetters = z
  .string()
  .regex(/^[GIN]{1,60}$/)
  .transform((letters) =>
    [...letters].map((letter, index) => ({ week: index + 1, kind: LETTERS[letter] ?? "NONE" })),
  );

export const weekPlanInput = z.object({
  courseId: idField<CourseId>(),
  plan: planLetters,
  confirmed,
  basedOn: basedOnField<"plan">(),
});

export const courseOnlyInput = z.object({ courseId: idField<CourseId>() });
export const reminderInput = courseOnlyInput.extend({ requestKey });

/** A day and a time on the school's wall, as a browser sends them: "2026-11-02T16:00". */
export const wallMoment = z
  .string()
  .refine((text) => {
    const [day = "", time = ""] = text.split("T");
    return parseDay(day) !== null && parseWallTime(time) !== null;
  }, "Give a day and a time.")
  .transform((text) => {
    const [day = "", time = ""] = text.split("T");
    return { day, time };
  });

export const bookingWindowInput = z.object({
  courseId: idField<CourseId>(),
  opensAt: optionalField(wallMoment),
  closesAt: optionalField(wallMoment),
  basedOn: basedOnField<WindowField>(),
});

export const closureInput = z.object({
  name: nameText(120, "Say what it is, such as Labour Day."),
  startsOn: dayField,
  endsOn: optionalField(dayField),
  locationId: optionalField(idField<LocationId>()),
  confirmed,
});

export const courseArchiveInput = z.object({
  courseId: idField<CourseId>(),
  archived: z.enum(["yes", "no"]).transform((text) => text === "yes"),
  confirmed,
});

export const closureRemovalInput = z.object({ closureId: idField<ClosureId>(), confirmed });

export const endEnrolmentInput = z.object({
  courseId: idField<CourseId>(),
  enrolmentId: idField<EnrolmentId>(),
  endsOn: dayField,
  confirmed,
});

export const bookUntilInput = z.object({
  enrolmentId: idField<EnrolmentId>(),
  bookUntil: optionalField(wallMoment),
  basedOn: basedOnField<"bookUntil">(),
});

export const deskAnswerInput = z.object({ requestId: z.uuid(), reply: linesText(1_000) });

const adminSay = {
  /** A slot of the list, or another moment. */
  startsAt: optionalField(z.iso.datetime({ offset: true })),
  other: optionalField(wallMoment),
  overrideReason: optionalField(linesText(500)),
  acceptWarnings: optionalField(z.literal("yes")),
  requestKey,
};

export const deskBookInput = z.object({
  enrolmentId: idField<EnrolmentId>(),
  week: z.coerce.number().int().min(1).max(60),
  ...adminSay,
});

/** Where the lesson was as the page showed it. */
const shown = z.string().transform((text, check) => {
  const at = parseInstant(text);
  if (at === null) check.addIssue({ code: "custom", message: "Reload the page." });
  return at ?? z.NEVER;
});

export const deskMoveInput = z.object({ bookingId: idField<BookingId>(), shown, ...adminSay });

export const deskCancelInput = z.object({
  bookingId: idField<BookingId>(),
  shown,
  note: optionalField(linesText(500)),
  overrideReason: optionalField(linesText(500)),
  requestKey,
});
