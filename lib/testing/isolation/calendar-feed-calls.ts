import { createCalendarFeed } from "@/lib/notifications/calendar-feed/create-calendar-feed";
import { getCalendarFeeds } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import { publishCalendarFeed } from "@/lib/notifications/calendar-feed/publish-calendar-feed";
import {
  renewCalendarFeed,
  revokeCalendarFeed,
} from "@/lib/notifications/calendar-feed/revoke-calendar-feed";
import { listOfFamily, ofFamily, type SchoolCalls, whole } from "./school-call";

const FOLDER = "notifications/calendar-feed";

/** The calendars that people follow in their own programs. */
export const calendarFeedCalls: SchoolCalls = {
  [`${FOLDER}/create-calendar-feed createCalendarFeed`]: whole((ctx) =>
    createCalendarFeed(ctx, "SCHOOL"),
  ),
  [`${FOLDER}/get-calendar-feeds getCalendarFeeds`]: {
    ...listOfFamily((ctx) => getCalendarFeeds(ctx, ["FAMILY"])),
    foreign: "none",
  },
  [`${FOLDER}/publish-calendar-feed publishCalendarFeed`]: ofFamily((ctx, { feedId }) =>
    publishCalendarFeed(ctx, feedId),
  ),
  [`${FOLDER}/revoke-calendar-feed renewCalendarFeed`]: ofFamily((ctx, { feedId }) =>
    renewCalendarFeed(ctx, feedId),
  ),
  [`${FOLDER}/revoke-calendar-feed revokeCalendarFeed`]: ofFamily((ctx, { feedId }) =>
    revokeCalendarFeed(ctx, feedId),
  ),
};
