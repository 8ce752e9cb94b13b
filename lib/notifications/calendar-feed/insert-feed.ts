import type { Db } from "@/lib/db/in-school";
import type { FeedScope } from "@/lib/feed-scope";
import { newId, type CalendarFeedId } from "@/lib/ids";
import { linkToken, tokenHash } from "@/lib/link-token";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, plusHours } from "@/lib/time/instant";
import { ownerOf } from "./find-own-feed";

/** Of one person, whichever calendars they are of: nobody mints addresses without end. */
const MOST_A_DAY = 10;

/** The first step of whatever makes an address: what one person does so at once queues here. */
export async function lockFeeds(db: Db, ctx: SchoolContext): Promise<void> {
  await db.$queryRaw`
    SELECT 1 FROM person WHERE school_id = current_school() AND id = ${ownerOf(ctx)}::uuid
       FOR NO KEY UPDATE`;
}

/**
 * The shared step, after `lockFeeds`: a live feed of the actor. Null when a rival press has made one,
 * which stays the only one. Throws `too-many-calendar-addresses`.
 */
export async function insertFeed(
  db: Db,
  ctx: SchoolContext,
  scope: FeedScope,
): Promise<CalendarFeedId | null> {
  const personId = ownerOf(ctx);
  const since = { gt: dateFromInstant(plusHours(ctx.now, -24)) };
  const made = await db.calendarFeed.count({ where: { personId, createdAt: since } });
  if (made >= MOST_A_DAY) throw new Refusal("too-many-calendar-addresses", { most: MOST_A_DAY });
  const id = newId<CalendarFeedId>();
  const { count } = await db.calendarFeed.createMany({
    skipDuplicates: true,
    data: [
      {
        id,
        personId,
        scope,
        tokenHash: tokenHash(linkToken("calendar", id)),
        createdAt: dateFromInstant(ctx.now),
      },
    ],
  });
  return count === 1 ? id : null;
}
