import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FeedScope } from "@/lib/feed-scope";
import type { SchoolContext } from "@/lib/school-context";
import { demandReading } from "./find-own-feed";
import { insertFeed, lockFeeds } from "./insert-feed";

/**
 * Gives the actor a secret address of a calendar that they may read; whoever has one keeps it.
 * Throws NotFound for a calendar that they may not read, and `too-many-calendar-addresses`.
 */
export async function createCalendarFeed(ctx: SchoolContext, scope: FeedScope): Promise<void> {
  demandReading(ctx, scope);
  await inSchool(ctx, async (db) => {
    await lockFeeds(db, ctx);
    const feedId = await insertFeed(db, ctx, scope);
    if (feedId === null) return;
    const entry = { action: "notifications/calendar-feed.created", data: { scope } };
    await recordAudit(db, ctx, { ...entry, subjectId: feedId });
  });
}
