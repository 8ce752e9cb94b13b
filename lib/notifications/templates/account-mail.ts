import { asTimeZone } from "@/lib/time/zone";
import type { MailSchool } from "./mail-content";

/** The sender of mail about a sign-in that belongs to no one school. */
export const PLATFORM_SENDER: MailSchool = {
  name: "Music 'n Me",
  timeZone: asTimeZone("Australia/Sydney"),
  locale: "en-AU",
  phone: null,
  email: null,
  primaryColour: null,
  accentColour: null,
  logoUrl: null,
};
