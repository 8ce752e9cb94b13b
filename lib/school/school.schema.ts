import { z } from "zod";
import { emailAddress } from "@/lib/values/email-address";
import { phoneNumber } from "@/lib/values/phone-number";
import { lineText, nameText } from "@/lib/values/typed-text";
import { wholeNumber } from "@/lib/values/whole-number";

/** Text that may be left empty; empty is null. */
function optional(text: z.ZodString) {
  return text.nullish().transform((value) => (value ? value : null));
}

const short = lineText(200);
const colour = optional(
  lineText(40)
    .toLowerCase()
    .regex(/^(?:#[0-9a-f]{6})?$/, "Write a colour as #rrggbb."),
);
const tick = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .nullish()
  .transform((value) => value === true || value === "on");

/** What an admin sets for the school: contact, branding, policies. */
export const schoolSettingsSchema = z.object({
  name: nameText(80),
  legalName: optional(short),
  email: optional(emailAddress),
  phone: optional(phoneNumber),
  address: optional(short),
  primaryColour: colour,
  accentColour: colour,
  timeZone: nameText(60, "Please choose a time zone."),
  weekStart: z.coerce.number().int().min(1).max(7),
  noticeHours: wholeNumber({ least: 0, most: 24 * 14, of: "hours" }),
  bufferMinutes: wholeNumber({ least: 0, most: 120, of: "minutes" }),
  travelGapMinutes: wholeNumber({ least: 0, most: 240, of: "minutes" }),
  moveToOtherDays: tick,
  unbookedPolicy: z.enum(["LEAVE", "NEAREST"]),
  placeholderText: nameText(60),
});

export type SchoolSettings = z.output<typeof schoolSettingsSchema>;
