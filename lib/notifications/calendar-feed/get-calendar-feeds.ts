import { inSchool } from "@/lib/db/in-school";
import { rolesReading, type FeedScope } from "@/lib/feed-scope";
import type { CalendarFeedId } from "@/lib/ids";
import { linkToken, linkUrl, tokenHash } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { ownerOf } from "./find-own-feed";

export type CalendarFeedView = {
  scope: FeedScope;
  /** The live feed, if there is one. */
  feed: {
    id: CalendarFeedId;
    /** Null when the address was made under another secret of the installation: it works, unshown. */
    url: string | null;
    /** When a calendar last asked for it. */
    fetchedAt: Instant | null;
  } | null;
};

/** The calendars that the actor may subscribe to, of those asked for, with the addresses they have. */
export async function getCalendarFeeds(
  ctx: SchoolContext,
  scopes: readonly FeedScope[],
): Promise<CalendarFeedView[]> {
  const { actor } = ctx;
  const roles = actor.kind === "system" ? [] : actor.roles;
  const open = scopes.filter((scope) => rolesReading(scope, roles).length > 0);
  const where = { personId: ownerOf(ctx), scope: { in: open }, revokedAt: null };
  const select = { id: true, scope: true, tokenHash: true, fetchedAt: true } as const;
  const rows = await inSchool(ctx, (db) => db.calendarFeed.findMany({ where, select }));
  return open.map((scope) => {
    const row = rows.find((each) => each.scope === scope);
    return { scope, feed: row === undefined ? null : feedView(row) };
  });
}

type FeedRow = { id: string; tokenHash: string; fetchedAt: Date | null };

function feedView({ id, tokenHash: hash, fetchedAt }: FeedRow): CalendarFeedView["feed"] {
  const known = tokenHash(linkToken("calendar", id)) === hash;
  return {
    id: id as CalendarFeedId,
    url: known ? `${linkUrl("calendar", id)}.ics` : null,
    fetchedAt: fetchedAt === null ? null : instantFromDate(fetchedAt),
  };
}
