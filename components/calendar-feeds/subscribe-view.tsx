import { Alert } from "@/components/ui/alert";
import { FlashMessage } from "../shell/flash-message";
import { PageHeader, type Crumb } from "@/components/ui/page-header";
import type { SchoolAction } from "@/lib/action";
import type { CalendarFeedView } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import type { Flash } from "@/lib/flash-cookie";
import type { SchoolFacts } from "@/lib/school-context";
import { FeedCard } from "./feed-card";
import { FollowSteps } from "./follow-steps";

type SubscribeViewProps = {
  from: Crumb;
  feeds: readonly CalendarFeedView[];
  action: SchoolAction;
  clock: Pick<SchoolFacts, "timeZone" | "locale">;
  /** How somebody hears of a change that their calendar has not seen yet. */
  atOnce: string;
  flash: Flash | null;
};

const DONE = {
  "feed-create": { tone: "success", title: "Your address is ready." },
  "feed-renew": {
    tone: "success",
    title: "This is your new address. The old one no longer works.",
  },
  "feed-revoke": { tone: "success", title: "The address no longer works." },
} as const;

/** Lessons in somebody's own calendar program, by a private address. */
export function SubscribeView({ from, feeds, action, clock, atOnce, flash }: SubscribeViewProps) {
  return (
    <>
      <PageHeader
        title="Lessons in your own calendar"
        crumbs={[from]}
        lead="Follow them in Google, Apple or Outlook."
      />
      <div className="grid max-w-3xl gap-6">
        <FlashMessage flash={flash} texts={DONE} />
        {feeds.map((view) => (
          <FeedCard key={`${view.scope} ${view.feed?.id}`} {...{ view, action, clock }} />
        ))}
        <Alert tone="info" title="Your calendar lags behind">
          Calendars look for changes now and then: some every hour, some only once a day. {atOnce}
        </Alert>
        <FollowSteps />
      </div>
    </>
  );
}
