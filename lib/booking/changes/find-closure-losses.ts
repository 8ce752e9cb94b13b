import type { Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, type Day } from "@/lib/time/day";
import { asInstant, dateFromInstant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";
import { confirmationOf, findFixedLessons, findLostBookings } from "./find-lost-lessons";
import type { LostBooking, LostLesson } from "./lost-lessons";

export type ClosureDays = { startsOn: Day; endsOn: Day; locationId?: string | null };

export type ClosureLosses = {
  lostBookings: LostBooking[];
  lostLessons: LostLesson[];
  confirmation: string | null;
};

/** The lessons ahead that a closure would cancel: the one engine of the preview and of the closure. */
export async function findClosureLosses(
  db: Db,
  ctx: SchoolContext,
  closure: ClosureDays,
): Promise<ClosureLosses> {
  const { timeZone } = ctx.school;
  const midnight = asWallTime("00:00");
  const from = instantAt(closure.startsOn, midnight, timeZone);
  const until = instantAt(addDays(closure.endsOn, 1), midnight, timeZone);
  const lesson = {
    ...(closure.locationId && { locationId: closure.locationId }),
    startsAt: {
      lt: dateFromInstant(until),
      gt: dateFromInstant(asInstant(Math.max(from - 1, ctx.now))),
    },
  };
  const lostBookings = await findLostBookings(db, { lesson });
  const lostLessons = await findFixedLessons(db, lesson);
  return {
    lostBookings,
    lostLessons,
    confirmation: confirmationOf([...lostBookings, ...lostLessons]),
  };
}
