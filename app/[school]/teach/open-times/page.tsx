import type { Metadata } from "next";
import { AvailabilityWeek } from "@/components/scheduling/availability-week";
import { weekdaysFrom } from "@/components/scheduling/course-words";
import { ExceptionList } from "@/components/scheduling/exception-list";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import type { TeacherId } from "@/lib/ids";
import { getAvailability } from "@/lib/scheduling/get-availability";
import { found, idOf } from "../../admin/found";

export const metadata: Metadata = { title: "My open times" };

type OpenTimesPageProps = { params: Promise<{ school: string }> };

export default async function OpenTimesPage({ params }: OpenTimesPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:read");
  const own = ctx.actor.kind === "member" ? ctx.actor.personId : "";
  const { windows, entries } = await found(getAvailability(ctx, idOf<TeacherId>(own)));
  const { locale, weekStart } = ctx.school;
  return (
    <>
      <PageHeader
        title="My open times"
        crumbs={[{ label: "Calendar", href: `/${slug}/teach` }]}
        lead="When families can book individual lessons with you. The school sets them: tell it what should change."
      />
      <div className="grid gap-4">
        <AvailabilityWeek
          days={weekdaysFrom(weekStart, locale)}
          windows={windows}
          locale={locale}
        />
        <Card as="section" title="On other days">
          <ExceptionList entries={entries} remove={null} locale={locale} />
        </Card>
      </div>
    </>
  );
}
