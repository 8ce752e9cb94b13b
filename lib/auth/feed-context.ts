import { callAsSystem } from "@/lib/db/call";
import { rolesReading, type FeedScope } from "@/lib/feed-scope";
import { newId, type CalendarFeedId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import type { SchoolContext } from "@/lib/school-context";
import type { Instant } from "@/lib/time/instant";
import { contextOfMember, type Member } from "./member";

/** What `member_of_feed` answers (prisma/migrations). */
type FeedMember = Member & { feed: { id: CalendarFeedId; scope: FeedScope } };

export type FeedRequest = { feedId: CalendarFeedId; ctx: SchoolContext };

/** Anything else is no secret of ours and does not reach the database. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Who reads a calendar by its secret address: the person it was made for, as they are in the school at
 * present, in the roles it is for and no others. Null for an address that is unknown or stopped, and for
 * whoever is no such person any more.
 */
export async function contextOfFeed(token: string, now: Instant): Promise<FeedRequest | null> {
  if (!TOKEN.test(token)) return null;
  const found = (await callAsSystem("member_of_feed", [tokenHash(token)])) as FeedMember | null;
  if (found === null) return null;
  const { feed, ...member } = found;
  const roles = rolesReading(feed.scope, member.roles);
  if (roles.length === 0) return null;
  const ctx = contextOfMember({ ...member, roles }, { now, requestId: newId() });
  return { feedId: feed.id, ctx };
}
