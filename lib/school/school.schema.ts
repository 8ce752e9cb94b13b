import { z } from "zod";

/** Text that may be left empty; empty is null. */
function optional(text: z.ZodString) {
  return z
    .union([z.literal(""), text])
    .nullish()
    .transform((value) => (value ? value : null));
}

const short = z.string().trim().max(200);
const colour = optional(
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "Write a colour as #rrggbb."),
);
const tick = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .nullish()
  .transform((value) => value === true || value === "on");

function whole(most: number) {
  return z.coerce
    .number("Please write a number.")
    .int("Please write a whole number.")
    .min(0, "That is less than nothing.")
    .max(most, `At most ${most}.`);
}

/** What an admin sets for the school: contact, branding, policies. */
export const schoolSettingsSchema = z.object({
  name: z.string().trim().min(1, "Please fill this in.").max(80, "That is too long."),
  legalName: optional(short),
  email: optional(
    z.string().trim().toLowerCase().regex(z.regexes.email, "That is no e-mail address."),
  ),
  phone: optional(
    z
      .string()
      .trim()
      .max(40)
      .regex(/^\+?[\d ()-]{5,}$/, "Use digits, spaces and a leading +."),
  ),
  address: optional(short),
  primaryColour: colour,
  accentColour: colour,
  timeZone: z.string().trim().min(1, "Please choose a time zone."),
  weekStart: z.coerce.number().int().min(1).max(7),
  noticeHours: whole(24 * 14),
  bufferMinutes: whole(120),
  travelGapMinutes: whole(240),
  moveToOtherDays: tick,
  unbookedPolicy: z.enum(["LEAVE", "NEAREST"]),
  placeholderText: z.string().trim().min(1, "Please fill this in.").max(60, "That is too long."),
});

export type SchoolSettings = z.output<typeof schoolSettingsSchema>;
