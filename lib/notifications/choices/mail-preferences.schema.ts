import { z } from "zod";
import { OPTIONAL_MAIL } from "./optional-mail";

const kind = z.enum(OPTIONAL_MAIL.map((mail) => mail.kind));

/** `shown` are the kinds that the form asked for: what it did not ask for stays as it is. */
export const mailPreferencesSchema = z.object({
  shown: z.array(kind).min(1),
  wanted: z.array(kind).default([]),
});

export type MailPreferencesInput = z.output<typeof mailPreferencesSchema>;
