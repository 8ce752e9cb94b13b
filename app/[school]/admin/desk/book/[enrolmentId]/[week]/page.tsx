import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskStartForm } from "@/components/desk/desk-start-form";
import { slotChoices } from "@/components/desk/slot-choices";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listSlots } from "@/lib/booking/slots/list-slots";
import { newId, type EnrolmentId } from "@/lib/ids";
import { found, idOf } from "../../../../found";
import { bookForFamily } from "../../../actions";

export const metadata: Metadata = { title: "Book for a family" };

type BookPageProps = { params: Promise<{ school: string; enrolmentId: string; week: string }> };

export default async function BookPage({ params }: BookPageProps) {
  const { school: slug, ...asked } = await params;
  const ctx = await requireMember(slug, "booking:override");
  const enrolmentId = idOf<EnrolmentId>(asked.enrolmentId);
  const week = Number(asked.week);
  if (!Number.isInteger(week) || week < 1 || week > 60) notFound();
  const { slots, facts } = await found(listSlots(ctx, { enrolmentId, week }));
  const { locale, timeZone } = ctx.school;
  return (
    <>
      <PageHeader
        title={`Book week ${week} for ${facts.names.student}`}
        crumbs={[
          { label: "Desk", href: `/${slug}/admin/desk` },
          { label: facts.courseName, href: `/${slug}/admin/courses/${facts.course.id}/booking` },
        ]}
        lead={`${facts.course.lessonMinutes} minutes with ${facts.names.teacher}, ${facts.names.location}. The family is told by mail.`}
      />
      <Card as="section" className="max-w-3xl">
        <DeskStartForm
          action={bookForFamily}
          fields={{ enrolmentId, week: String(week), requestKey: newId() }}
          slots={slotChoices(slots, locale, timeZone)}
          clock={{ locale, timeZone }}
          submit="Book this lesson"
        />
      </Card>
    </>
  );
}
