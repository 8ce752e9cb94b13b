import type { Metadata } from "next";
import { HelpRequests } from "@/components/family/help-requests";
import { LessonList } from "@/components/family/lesson-list";
import { ToBookCard } from "@/components/family/to-book-card";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { listHelpRequests } from "@/lib/booking/list-help-requests";
import { listFamilySchedule } from "@/lib/booking/list-family-schedule";
import type { SchoolContext } from "@/lib/school-context";
import type { Search } from "./found";

export const metadata: Metadata = { title: "Home" };

const FEW_LESSONS = 8;
const MANY_LESSONS = 60;

type HomeProps = { params: Promise<{ school: string }>; searchParams: Promise<Search> };

export default async function FamilyHome({ params, searchParams }: HomeProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "family:area");
  const all = (await searchParams)["lessons"] === "all";
  const [enrolments, help, lessons] = await Promise.all([
    listFamilyEnrolments(ctx),
    listHelpRequests(ctx),
    listFamilySchedule(ctx, { limit: all ? MANY_LESSONS : FEW_LESSONS + 1 }),
  ]);
  const shown = all ? lessons : lessons.slice(0, FEW_LESSONS);
  const base = `/${slug}/family`;
  return (
    <>
      <PageHeader title={`Hello${firstNameOf(ctx)}`} lead={leadOf(enrolments)} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:items-start">
        {enrolments.length === 0 ? null : <ToBook {...{ ctx, base, enrolments }} />}
        <section aria-labelledby="lessons" className="grid gap-4">
          <HelpRequests requests={help} clock={ctx.school} base={base} />
          <h2 id="lessons" className="text-2xl">
            Next lessons
          </h2>
          {lessons.length === 0 ? (
            <EmptyState character="steve" title="No lessons ahead" headingLevel={3}>
              Lessons show here as soon as they are booked, or the school has planned them.
            </EmptyState>
          ) : (
            <LessonList base={base} clock={ctx.school} lessons={shown} />
          )}
          {lessons.length > shown.length ? (
            <ButtonLink href={`${base}?lessons=all#lessons`} scroll={false}>
              Show more lessons
            </ButtonLink>
          ) : null}
          <ButtonLink href={`${base}/subscribe`}>Subscribe to calendar</ButtonLink>
        </section>
      </div>
    </>
  );
}

type ToBookProps = { ctx: SchoolContext; base: string; enrolments: readonly FamilyEnrolment[] };

function ToBook({ ctx, base, enrolments }: ToBookProps) {
  const owing = enrolments.filter(({ toBook }) => toBook > 0);
  const done = enrolments.filter(({ toBook }) => toBook === 0);
  return (
    <section aria-labelledby="to-book" className="grid gap-4">
      <h2 id="to-book" className="text-2xl">
        {owing.length > 0 ? "Still to book" : "Individual weeks"}
      </h2>
      {[...owing, ...done].map((enrolment) => (
        <ToBookCard
          key={enrolment.id}
          base={base}
          clock={ctx.school}
          phone={ctx.school.phone}
          enrolment={enrolment}
        />
      ))}
    </section>
  );
}

function leadOf(enrolments: readonly FamilyEnrolment[]): string {
  const toBook = enrolments.reduce((sum, enrolment) => sum + enrolment.toBook, 0);
  return toBook === 0 && enrolments.length > 0 ? "All lessons are booked." : "";
}

function firstNameOf({ actor }: SchoolContext): string {
  const name = actor.kind === "member" ? actor.displayName.trim().split(/\s+/)[0] : "";
  return name ? `, ${name}` : "";
}
