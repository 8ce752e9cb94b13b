import type { Db } from "@/lib/db/in-school";
import type { FeedScope } from "@/lib/feed-scope";
import { newId, type CalendarFeedId } from "@/lib/ids";
import { linkToken, tokenHash } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { ownerOf } from "./find-own-feed";

/** The shared step: a live feed of the actor. Null when a rival press has made one, which stays the only one. */
export async function insertFeed(
  db: Db,
  ctx: SchoolContext,
  scope: FeedScope,
): Promise<CalendarFeedId | null> {
  const id = newId<CalendarFeedId>();
  const { count } = await db.calendarFeed.createMany({
    skipDuplicates: true,
    data: [
      {
        id,
        personId: ownerOf(ctx),
        scope,
        tokenHash: tokenHash(linkToken("calendar", id)),
        createdAt: dateFromInstant(ctx.now),
      },
    ],
  });
  return count === 1 ? id : null;
}
