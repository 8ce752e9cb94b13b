import { CalendarPlus } from "lucide-react";
import { ActionForm } from "@/components/scheduling/action-form";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { SchoolAction } from "@/lib/action";
import type { FeedScope } from "@/lib/feed-scope";
import type { CalendarFeedView } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import type { SchoolFacts } from "@/lib/school-context";
import { formatDateTime } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { CopyField } from "./copy-field";

type Clock = Pick<SchoolFacts, "timeZone" | "locale">;
type FeedCardProps = { view: CalendarFeedView; action: SchoolAction; clock: Clock };

const TITLES: Record<FeedScope, string> = {
  SCHOOL: "Whole school",
  TEACHER: "My lessons",
  FAMILY: "All your children’s lessons",
  STUDENT: "My lessons",
};

/** One calendar to follow: its address, or the button that makes one. */
export function FeedCard({ view: { scope, feed }, action, clock }: FeedCardProps) {
  if (feed === null) {
    return (
      <Card as="section" title={TITLES[scope]}>
        <p className="mb-4 max-w-prose text-ink-soft">
          You get a private address for your calendar. You can stop it at any time.
        </p>
        <ActionForm
          action={action}
          fields={{ change: "create", scope }}
          variant="primary"
          pendingText="One moment…"
          submit="Create my calendar address"
        />
      </Card>
    );
  }
  return (
    <Card as="section" title={TITLES[scope]}>
      <div className="grid gap-4">
        <Address id={`address-${scope}`} url={feed.url} />
        <p className="text-sm text-ink-soft">{lastReadText(feed.fetchedAt, clock)}</p>
        <div className="grid gap-x-8 gap-y-1 border-t-2 border-line pt-2 sm:grid-cols-2">
          <Change title="Make a new address" action={action} change="renew" feedId={feed.id}>
            The old address stops working at once. Calendars that follow it need the new one.
          </Change>
          <Change title="Stop this address" action={action} change="revoke" feedId={feed.id}>
            Calendars that follow it get no more changes. Remove it there, too.
          </Change>
        </div>
      </div>
    </Card>
  );
}

function Address({ id, url }: { id: string; url: string | null }) {
  if (url === null) {
    return <p>Your address works, but it cannot be shown any more. Make a new one to see it.</p>;
  }
  return (
    <>
      <CopyField
        id={id}
        label="Your private address"
        hint="Whoever has it can read these lessons. Keep it to yourself."
        value={url}
      />
      <a
        href={url.replace(/^https?:/, "webcal:")}
        className={buttonClass({ variant: "primary" }, "justify-self-start")}
      >
        <Icon icon={CalendarPlus} />
        Add to my calendar
      </a>
    </>
  );
}

type ChangeProps = {
  title: string;
  action: SchoolAction;
  change: "renew" | "revoke";
  feedId: string;
  children: string;
};

/** Says what it does before it can be pressed; opens without JavaScript. */
function Change({ title, action, change, feedId, children }: ChangeProps) {
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-primary-strong underline-offset-4 hover:underline">
        {title}
      </summary>
      <p className="mb-3 max-w-prose text-sm">{children}</p>
      <ActionForm
        action={action}
        fields={{ change, feedId }}
        variant={change === "revoke" ? "danger" : "quiet"}
        pendingText="One moment…"
        submit={`Yes, ${title.toLowerCase()}`}
      />
    </details>
  );
}

function lastReadText(fetchedAt: Instant | null, { timeZone, locale }: Clock): string {
  if (fetchedAt === null) return "No calendar has read it yet.";
  return `A calendar last read it on ${formatDateTime(fetchedAt, timeZone, locale)}.`;
}
