import ICAL from "ical.js";
import { bookLessons } from "@/lib/booking/book-lessons";
import { newId } from "@/lib/ids";
import { createCalendarFeed } from "@/lib/notifications/calendar-feed/create-calendar-feed";
import { getCalendarFeeds } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import type { FeedScope } from "@/lib/feed-scope";
import type { SchoolContext } from "@/lib/school-context";
import type { RouteServer } from "./route-server";
import { aRush, startOf } from "./rush-factory";

export type FeedLesson = {
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  startsAt: number;
  url: string;
};

/** The path of somebody's calendar address, which is made if there is none. */
export async function feedPath(ctx: SchoolContext, scope: FeedScope): Promise<string> {
  await createCalendarFeed(ctx, scope);
  const [view] = await getCalendarFeeds(ctx, [scope]);
  if (!view?.feed?.url) throw new Error(`There is no address of ${scope}.`);
  return new URL(view.feed.url).pathname;
}

/** The answer to a calendar program. */
export function askFeed(
  server: Pick<RouteServer, "url">,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${server.url}${path}`, init);
}

/** The calendar as a program has it after it asked. */
export async function followed(
  server: Pick<RouteServer, "url">,
  path: string,
): Promise<{ text: string; name: string; lessons: FeedLesson[] }> {
  const response = await askFeed(server, path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const lessons = calendar.getAllSubcomponents("vevent").map((part) => lessonOf(part));
  return { text, name: String(calendar.getFirstPropertyValue("x-wr-calname")), lessons };
}

function lessonOf(part: ICAL.Component): FeedLesson {
  const { uid, sequence, summary, startDate } = new ICAL.Event(part);
  return {
    ...{ uid, sequence, summary, startsAt: startDate.toJSDate().getTime() },
    status: String(part.getFirstPropertyValue("status")),
    url: String(part.getFirstPropertyValue("url")),
  };
}

/** A family that has booked one lesson, and the address by which it follows its calendar. */
export async function aFollowedBooking() {
  const { school, course, families } = await aRush({ families: 1 });
  const [family] = families;
  if (family === undefined) throw new Error("One family was asked for.");
  const { ctx, enrolment } = family;
  const startsAt = startOf(school, 0);
  const { bookingIds } = await bookLessons(ctx, {
    ...{ enrolmentId: enrolment.id, requestKey: newId() },
    lessons: [{ week: 4, startsAt }],
  });
  const [bookingId] = bookingIds;
  if (bookingId === undefined) throw new Error("One lesson was booked.");
  const path = await feedPath(ctx, "FAMILY");
  return { school, course, family, ctx, bookingId, startsAt, path };
}
