import type { SchoolFacts } from "@/lib/school-context";
import { formatDay, formatTime } from "@/lib/time/format";
import { dayAt } from "@/lib/time/zone";
import type { Clash } from "./find-clashes";

/**
 * "Piano Level 3 has Studio A until 5:00 pm on Mon 2 Nov.": the lesson that is in the way, for the eyes of
 * admins only.
 */
export function clashText(
  clash: Pick<Clash, "who" | "name" | "courseName" | "endsAt">,
  { timeZone, locale }: Pick<SchoolFacts, "timeZone" | "locale">,
): string {
  const { who, name, courseName, endsAt } = clash;
  const day = formatDay(dayAt(endsAt, timeZone), locale, "short");
  const until = `until ${formatTime(endsAt, timeZone, locale)} on ${day}.`;
  if (who === "teacher") return `${name} teaches ${courseName} ${until}`;
  return who === "room"
    ? `${courseName} has ${name} ${until}`
    : `${name} is in ${courseName} ${until}`;
}
