import { datedFile } from "@/lib/api-etag";
import { contextOfFeed } from "@/lib/auth/feed-context";
import { publishCalendarFeed } from "@/lib/notifications/calendar-feed/publish-calendar-feed";
import { NotFound } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";

type FeedParams = { params: Promise<{ token: string }> };

const UNSEEN = { "x-robots-tag": "noindex, nofollow" };

/** A calendar by its secret address, with or without ".ics": no session, no cookie. */
export async function GET(request: Request, { params }: FeedParams): Promise<Response> {
  const { token } = await params;
  const found = await contextOfFeed(token.replace(/\.ics$/, ""), systemNow());
  if (found === null) return notFound();
  try {
    const feed = await publishCalendarFeed(found.ctx, found.feedId);
    return datedFile(request, {
      ...feed,
      headers: {
        ...UNSEEN,
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="lessons.ics"',
        "cache-control": "private, max-age=300",
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return notFound();
    throw error;
  }
}

export { GET as HEAD };

function notFound(): Response {
  const headers = { ...UNSEEN, "cache-control": "no-store", "content-type": "text/plain" };
  return new Response("Not found\n", { status: 404, headers });
}
