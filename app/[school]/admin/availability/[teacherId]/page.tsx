import type { Metadata } from "next";
import { AvailabilityForm } from "@/components/scheduling/availability-form";
import { AvailabilityWeek } from "@/components/scheduling/availability-week";
import { weekdaysFrom } from "@/components/scheduling/course-words";
import { ExceptionForm } from "@/components/scheduling/exception-form";
import { ExceptionList } from "@/components/scheduling/exception-list";
import { OutsideWarning } from "@/components/scheduling/outside-warning";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import type { TeacherId } from "@/lib/ids";
import { getAvailability } from "@/lib/scheduling/get-availability";
import { availabilityShown } from "@/lib/scheduling/shown-availability";
import { listScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { dayAt } from "@/lib/time/zone";
import { found, idOf } from "../../found";
import { addException, removeException, saveWindows } from "./actions";

export const metadata: Metadata = { title: "Teacher's times" };

type TeacherTimesPageProps = { params: Promise<{ school: string; teacherId: string }> };

export default async function TeacherTimesPage({ params }: TeacherTimesPageProps) {
  const { school: slug, teacherId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const id = idOf<TeacherId>(teacherId);
  const view = await found(getAvailability(ctx, id));
  const { locations } = await listScheduleChoices(ctx);
  const { locale, timeZone, weekStart } = ctx.school;
  const today = dayAt(ctx.now, timeZone);
  const days = weekdaysFrom(weekStart, locale);
  return (
    <>
      <PageHeader
        title={view.teacherName}
        crumbs={[{ label: "Teacher availability", href: `/${slug}/admin/availability` }]}
        lead="Open times bind what families book. For lessons that you schedule, being outside is only a warning."
      />
      <div className="grid gap-4">
        <OutsideWarning outside={view.outside} locale={locale} timeZone={timeZone} />
        <AvailabilityWeek days={days} windows={view.windows} locale={locale} />
        <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
          <Card as="section" title="Open every week">
            <AvailabilityForm
              action={saveWindows}
              teacherId={id}
              days={days}
              shown={availabilityShown(view.windows)}
              locale={locale}
              locations={locations}
              today={today}
            />
          </Card>
          <Card as="section" title="On other days">
            <div className="grid gap-5">
              <ExceptionList entries={view.entries} remove={removeException} locale={locale} />
              <ExceptionForm action={addException} teacherId={id} locations={locations} />
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}
