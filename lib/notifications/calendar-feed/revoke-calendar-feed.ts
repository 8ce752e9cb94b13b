import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CalendarFeedId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { findOwnFeed } from "./find-own-feed";
import { insertFeed, lockFeeds } from "./insert-feed";

/** Stops an address of the actor's own, for ever; one that is stopped already stays so. Throws NotFound. */
export async function revokeCalendarFeed(
  ctx: SchoolContext,
  feedId: CalendarFeedId,
): Promise<void> {
  await inSchool(ctx, async (db) => {
    const { scope } = await findOwnFeed(db, ctx, feedId);
    if (!(await stop(db, ctx, feedId))) return;
    const entry = { action: "notifications/calendar-feed.revoked", data: { scope } };
    await recordAudit(db, ctx, { ...entry, subjectId: feedId });
  });
}

/**
 * Stops an address and gives the actor a new one of the same calendar, both or neither. A second press,
 * on an address that is stopped already, does nothing. Throws NotFound, and `too-many-calendar-addresses`:
 * then the address that there is works on.
 */
export async function renewCalendarFeed(ctx: SchoolContext, feedId: CalendarFeedId): Promise<void> {
  await inSchool(ctx, async (db) => {
    await lockFeeds(db, ctx);
    const { scope } = await findOwnFeed(db, ctx, feedId);
    if (!(await stop(db, ctx, feedId))) return;
    const newFeedId = await insertFeed(db, ctx, scope);
    const entry = { action: "notifications/calendar-feed.renewed", data: { scope, newFeedId } };
    await recordAudit(db, ctx, { ...entry, subjectId: feedId });
  });
}

async function stop(db: Db, ctx: SchoolContext, id: CalendarFeedId): Promise<boolean> {
  const where = { id, revokedAt: null };
  const data = { revokedAt: dateFromInstant(ctx.now) };
  return (await db.calendarFeed.updateMany({ where, data })).count === 1;
}
