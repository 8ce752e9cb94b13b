import { env } from "./env";

/** Where whoever runs this site is written to; null where no address is set. */
export function siteContact(): string | null {
  return env.CONTACT_EMAIL ?? null;
}
