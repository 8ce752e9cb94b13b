import type { Metadata } from "next";
import { SubscribeView } from "@/components/calendar-feeds/subscribe-view";
import { requireMember } from "@/lib/auth/session";
import { getCalendarFeeds } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import { changeAddress } from "./actions";

export const metadata: Metadata = { title: "Lessons in your own calendar" };

type SubscribeProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SubscribePage({ params, searchParams }: SubscribeProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  return (
    <SubscribeView
      from={{ label: "Home", href: `/${slug}/family` }}
      feeds={await getCalendarFeeds(ctx, ["FAMILY"])}
      action={changeAddress}
      clock={ctx.school}
      atOnce="Changes to booked lessons also come by mail at once."
      done={(await searchParams)["done"]}
    />
  );
}
