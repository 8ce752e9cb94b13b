import { z } from "zod";
import { daysBetween, parseDay } from "@/lib/time/day";
import { ENTRY_KINDS } from "./calendar-range";
import { CALENDAR_OWNERS } from "./calendar-reach";
import { parseEntryId } from "./lesson-details";

/** Six weeks: what a month's page can show. */
export const MOST_DAYS = 42;

const dayText = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "must be a day such as 2026-11-02" });
  return z.NEVER;
});

const kindsText = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(ENTRY_KINDS)).min(1).max(ENTRY_KINDS.length));

export const calendarOwner = z.enum(CALENDAR_OWNERS);

/** The id of a lesson, or of a placeholder as the calendar lists it. */
export const entryIdText = z.string().transform((text, context) => {
  const entry = parseEntryId(text);
  if (entry !== null) return entry;
  context.addIssue({ code: "custom", message: "must be an id" });
  return z.NEVER;
});

/** Which days, whose and of which kinds; ids of filters are added by whoever reads them. */
export const calendarRangeQuery = z.object({
  from: dayText,
  until: dayText,
  owner: calendarOwner.optional(),
  kinds: kindsText.optional(),
});

/** Says where a range is none that may be asked for. */
export function checkRange(
  { from, until }: Pick<z.output<typeof calendarRangeQuery>, "from" | "until">,
  context: z.RefinementCtx,
): void {
  const days = daysBetween(from, until);
  if (days >= 1 && days <= MOST_DAYS) return;
  const message = days < 1 ? "must be after from" : `must be at most ${MOST_DAYS} days after from`;
  context.addIssue({ code: "custom", path: ["until"], message });
}
