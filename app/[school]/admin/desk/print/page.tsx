import type { Metadata } from "next";
import { BookedWeekSheet } from "@/components/desk/booked-week-sheet";
import { PrintButton } from "@/components/ui/print-button";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listBookedLessons } from "@/lib/booking/list-booked-lessons";
import { parseId, type CourseId } from "@/lib/ids";
import { addDays, parseDay, type Day } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";

export const metadata: Metadata = { title: "Booked lessons of a week" };

type PrintPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<{ day?: string; course?: string }>;
};

export default async function PrintPage({ params, searchParams }: PrintPageProps) {
  const { school: slug } = await params;
  const { day, course } = await searchParams;
  const ctx = await requireMember(slug, "schedule:write");
  const courseId = parseId<CourseId>(String(course ?? ""));
  const week = await listBookedLessons(ctx, { day: parseDay(String(day ?? "")), courseId });
  const { locale, timeZone, name } = ctx.school;
  const at = (from: Day) =>
    `/${slug}/admin/desk/print?day=${from}${courseId ? `&course=${courseId}` : ""}`;
  const range = `${formatDay(week.from, locale, "short")} to ${formatDay(week.to, locale, "short")}`;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="Booked lessons"
          crumbs={[{ label: "Desk", href: `/${slug}/admin/desk` }]}
          lead={range}
          actions={
            <>
              <ButtonLink href={at(addDays(week.from, -7))}>Previous week</ButtonLink>
              <ButtonLink href={at(addDays(week.from, 7))}>Next week</ButtonLink>
              <PrintButton />
            </>
          }
        />
      </div>
      <p className="mb-4 hidden font-bold print:block">
        {name}: individual lessons, {range}
      </p>
      <BookedWeekSheet week={week} locale={locale} timeZone={timeZone} />
    </>
  );
}
