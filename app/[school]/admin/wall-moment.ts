import type { SchoolContext } from "@/lib/school-context";
import { asDay } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";

type WallMoment = { day: string; time: string };

/** A day and time on the school's wall as an instant; no value stays none. */
export function instantOf(ctx: SchoolContext, moment: WallMoment | undefined): Instant | null {
  if (moment === undefined) return null;
  return instantAt(asDay(moment.day), asWallTime(moment.time), ctx.school.timeZone);
}
