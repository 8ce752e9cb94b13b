import type { Db } from "@/lib/db/in-school";
import type { EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, type Day } from "@/lib/time/day";
import { asInstant, dateFromInstant, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { instantAt } from "@/lib/time/zone";
import { confirmationOf, findLostBookings } from "./find-lost-lessons";
import type { LostBooking } from "./lost-lessons";

export type EnrolmentLosses = { lostBookings: LostBooking[]; confirmation: string | null };

/** The first moment after an enrolment's last day, or now where that is later. */
export function afterEnrolment(ctx: SchoolContext, endsOn: Day): Instant {
  const end = instantAt(addDays(endsOn, 1), asWallTime("00:00"), ctx.school.timeZone);
  return asInstant(Math.max(end, ctx.now));
}

/** The booked lessons ahead that an earlier end of an enrolment would cancel. */
export async function findEnrolmentLosses(
  db: Db,
  ctx: SchoolContext,
  { enrolmentId, endsOn }: { enrolmentId: EnrolmentId; endsOn: Day },
): Promise<EnrolmentLosses> {
  const from = asInstant(afterEnrolment(ctx, endsOn) - 1);
  const lostBookings = await findLostBookings(db, {
    enrolmentId,
    lesson: { startsAt: { gt: dateFromInstant(from) } },
  });
  return { lostBookings, confirmation: confirmationOf(lostBookings) };
}
