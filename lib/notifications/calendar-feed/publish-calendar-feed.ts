import { createHash } from "node:crypto";
import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import type { FeedScope } from "@/lib/feed-scope";
import type { CalendarFeedId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { calendarText } from "../calendar-text";
import { feedEntries, type FeedRow } from "./feed-entries";
import { findOwnFeed } from "./find-own-feed";
import { loadFeedRows } from "./load-feed-rows";

export type PublishedFeed = {
  content: string;
  /** A hash of the content. */
  etag: string;
  /** Since when the feed has had this content. */
  modifiedAt: Instant;
};

/**
 * A calendar of the actor's own as it stands now, and a note of when it was asked for. Throws NotFound
 * for one that is stopped, or not the actor's to read.
 */
export async function publishCalendarFeed(
  ctx: SchoolContext,
  feedId: CalendarFeedId,
): Promise<PublishedFeed> {
  const { scope, rows } = await inSchool(ctx, async (db) => {
    const feed = await findOwnFeed(db, ctx, feedId);
    if (!feed.live) throw new NotFound();
    return { scope: feed.scope, rows: await loadFeedRows(db, ctx, feed.scope) };
  });
  const content = contentOf(ctx, scope, rows);
  const etag = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  return { content, etag, modifiedAt: await noteAsked(ctx, feedId, etag) };
}

function contentOf(ctx: SchoolContext, scope: FeedScope, rows: readonly FeedRow[]): string {
  const { school } = ctx;
  const home = `${env.APP_URL}/${school.slug}/${homeOf(ctx, scope)}`;
  return calendarText({
    method: "PUBLISH",
    organiser: { name: school.name, email: school.email ?? env.MAIL_FROM },
    name: nameOf(school.name, scope),
    entries: feedEntries(rows, { scope, home }),
  });
}

function nameOf(school: string, scope: FeedScope): string {
  return scope === "SCHOOL" ? `${school} (whole school)` : school;
}

function homeOf({ actor }: SchoolContext, scope: FeedScope): string {
  if (scope === "FAMILY") return "family";
  if (scope === "STUDENT") return "student";
  const isAdmin = actor.kind === "member" && actor.roles.includes("ADMIN");
  return scope === "SCHOOL" && isAdmin ? "admin/calendar" : "teach";
}

/**
 * Content that differs from the last has a later date, by a whole second at least: HTTP knows no smaller
 * step, and whoever asks by date alone would miss the second of two changes.
 */
async function noteAsked(ctx: SchoolContext, feedId: CalendarFeedId, etag: string) {
  const now = dateFromInstant(ctx.now);
  const [noted] = await inSchool(
    ctx,
    (db) => db.$queryRaw<{ modifiedAt: Instant }[]>`
      UPDATE calendar_feed SET etag = ${etag}, fetched_at = ${now},
        modified_at = CASE WHEN etag = ${etag} THEN modified_at
          ELSE GREATEST(${now}, date_trunc('second', modified_at) + interval '1 second') END
       WHERE school_id = ${ctx.schoolId}::uuid AND id = ${feedId}::uuid AND revoked_at IS NULL
      RETURNING epoch_ms(modified_at)::float8 AS "modifiedAt"`,
  );
  if (noted === undefined) throw new NotFound();
  return noted.modifiedAt;
}
