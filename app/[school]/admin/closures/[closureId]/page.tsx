import type { Metadata } from "next";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { ClosureRemovalPanel } from "@/components/scheduling/closure-removal-panel";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import type { ClosureId } from "@/lib/ids";
import { getNotifiedOfReopening } from "@/lib/notifications/tellings/get-notified-of-reopening";
import { formatDay } from "@/lib/time/format";
import { found, idOf } from "../../found";
import { openAgain } from "./actions";

export const metadata: Metadata = { title: "Open again" };

type ClosurePageProps = { params: Promise<{ school: string; closureId: string }> };

export default async function ClosurePage({ params }: ClosurePageProps) {
  const { school: slug, closureId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const id = idOf<ClosureId>(closureId);
  const removal = await found(getClosureRemoval(ctx, id));
  const { locale, timeZone } = ctx.school;
  const from = removal.opensOn ?? removal.startsOn;
  const first = formatDay(from, locale, "long");
  const closuresHref = `/${slug}/admin/closures`;
  return (
    <>
      <PageHeader
        title={`Open again: ${removal.name}`}
        crumbs={[{ label: "Closures", href: closuresHref }]}
        lead={
          removal.endsOn === from
            ? first
            : `${first} to ${formatDay(removal.endsOn, locale, "long")}`
        }
      />
      <ClosureRemovalPanel
        {...{ removal, locale, timeZone }}
        closureId={id}
        action={openAgain}
        backHref={closuresHref}
        notified={
          <WhoIsNotified
            notified={await getNotifiedOfReopening(ctx, removal)}
            base={`/${slug}/admin`}
          />
        }
      />
    </>
  );
}
