import type { Db } from "@/lib/db/in-school";
import { rolesReading, type FeedScope } from "@/lib/feed-scope";
import type { CalendarFeedId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";

type OwnFeed = { id: CalendarFeedId; scope: FeedScope; live: boolean };

/** A feed of the actor's own, of a calendar that they may read. Throws NotFound. */
export async function findOwnFeed(
  db: Db,
  ctx: SchoolContext,
  feedId: CalendarFeedId,
): Promise<OwnFeed> {
  const personId = ownerOf(ctx);
  const where = { id: feedId, personId };
  const feed = await db.calendarFeed.findFirst({ where, select: { scope: true, revokedAt: true } });
  if (feed === null) throw new NotFound();
  demandReading(ctx, feed.scope);
  return { id: feedId, scope: feed.scope, live: feed.revokedAt === null };
}

/** The person whose feeds an actor has. Throws NotFound for a job, which has none. */
export function ownerOf({ actor }: SchoolContext): string {
  if (actor.kind === "system") throw new NotFound();
  return actor.personId;
}

/** Throws NotFound for whoever may not read such a calendar. */
export function demandReading({ actor }: SchoolContext, scope: FeedScope): void {
  const roles = actor.kind === "system" ? [] : rolesReading(scope, actor.roles);
  if (roles.length === 0) throw new NotFound();
}
