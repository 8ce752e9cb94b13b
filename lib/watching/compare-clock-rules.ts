import {
  type ClockDifference,
  findClockDifferences,
  listSchoolZones,
} from "@/lib/db/clock-differences";
import { log } from "@/lib/log";
import { readClocks } from "@/lib/time/clock-rules";
import { type Instant, plusHours } from "@/lib/time/instant";
import { isTimeZone } from "@/lib/time/zone";

const TWO_YEARS_HOURS = 2 * 366 * 24;

/** Kept on the process: bundles may hold several copies of this file. */
const KEY = Symbol.for("musicnme.clock-differences");
const holder = globalThis as { [KEY]?: number };

/** In how many zones of schools PostgreSQL and Node disagreed at start-up; null where it is not known. */
export function differingZones(): number | null {
  return holder[KEY] ?? null;
}

/**
 * Holds the clocks of PostgreSQL against those of Node, for every zone that a school lives in and the
 * next two years. They come with two packages: where a country changed its rules and one of them is
 * older, lessons would be stored for one hour and shown at another. Says so in the log; never throws.
 */
export async function compareClockRules(
  now: Instant,
  read: typeof readClocks = readClocks,
): Promise<readonly ClockDifference[]> {
  try {
    const zones = (await listSchoolZones()).filter(isTimeZone);
    const until = plusHours(now, TWO_YEARS_HOURS);
    const found = await findClockDifferences(zones.flatMap((zone) => read(zone, now, until)));
    holder[KEY] = found.length;
    for (const difference of found) {
      log.warn(difference, "PostgreSQL and Node have different clock rules: update the older one");
    }
    return found;
  } catch (error) {
    log.warn({ err: error }, "the clock rules of PostgreSQL and Node could not be compared");
    return [];
  }
}
