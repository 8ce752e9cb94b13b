import type { Metadata } from "next";
import { SubscribeView } from "@/components/calendar-feeds/subscribe-view";
import { requireMember } from "@/lib/auth/session";
import { readFlash } from "@/lib/flash";
import { getCalendarFeeds } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import { changeAddress } from "./actions";

export const metadata: Metadata = { title: "Lessons in your own calendar" };

type SubscribeProps = { params: Promise<{ school: string }> };

export default async function SubscribePage({ params }: SubscribeProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  return (
    <SubscribeView
      from={{ label: "Home", href: `/${slug}/family` }}
      feeds={await getCalendarFeeds(ctx, ["FAMILY"])}
      action={changeAddress}
      clock={ctx.school}
      atOnce="Changes to booked lessons show here under Bookings at once."
      flash={await readFlash()}
    />
  );
}
