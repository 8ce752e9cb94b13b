import type { z } from "zod";
import type { Area } from "@/lib/auth/permissions";
import { leadTo } from "@/lib/flash";
import type { feedChange } from "@/lib/notifications/calendar-feed/calendar-feed.schema";
import { createCalendarFeed } from "@/lib/notifications/calendar-feed/create-calendar-feed";
import {
  renewCalendarFeed,
  revokeCalendarFeed,
} from "@/lib/notifications/calendar-feed/revoke-calendar-feed";
import type { SchoolContext } from "@/lib/school-context";

type FeedChange = z.output<typeof feedChange>;

/** What the page of the calendar addresses in an area does; it ends on that page. */
export function feedChanger(area: Area) {
  return async (ctx: SchoolContext, input: FeedChange): Promise<void> => {
    await change(ctx, input);
    return leadTo(`/${ctx.school.slug}/${area}/subscribe`, {
      code: `feed-${input.change}`,
      ids: [],
    });
  };
}

function change(ctx: SchoolContext, input: FeedChange): Promise<void> {
  switch (input.change) {
    case "create":
      return createCalendarFeed(ctx, input.scope);
    case "renew":
      return renewCalendarFeed(ctx, input.feedId);
    case "revoke":
      return revokeCalendarFeed(ctx, input.feedId);
  }
}
