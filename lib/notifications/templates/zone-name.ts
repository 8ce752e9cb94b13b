import type { MailSchool } from "./mail-content";

/** "Sydney time" for "Australia/Sydney". */
export function zoneName({ timeZone }: MailSchool): string {
  const place = timeZone.split("/").at(-1)?.replaceAll("_", " ");
  return place === undefined || place === "UTC" ? "UTC" : `${place} time`;
}
