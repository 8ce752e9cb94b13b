import { z } from "zod";
import { OPTIONAL_MAIL } from "./optional-mail";

const kind = z.enum(OPTIONAL_MAIL.map((mail) => mail.kind));

/**
 * `shown` are the kinds that the form asked for, `ticked` those of them that it showed as wanted. What
 * it did not ask for, or stands as it was shown, stays as it is now: a form from before undoes nothing.
 */
export const mailPreferencesSchema = z.object({
  shown: z.array(kind).min(1),
  ticked: z.array(kind).default([]),
  wanted: z.array(kind).default([]),
});

export type MailPreferencesInput = z.output<typeof mailPreferencesSchema>;
