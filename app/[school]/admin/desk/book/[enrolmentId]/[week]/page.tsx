import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskedCard } from "@/components/desk/asked-card";
import { DeskStartForm } from "@/components/desk/desk-start-form";
import { slotChoices } from "@/components/desk/slot-choices";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getEnrolment } from "@/lib/booking/get-enrolment";
import { findDeskRequest } from "@/lib/booking/desk/list-desk-requests";
import { listSlots } from "@/lib/booking/slots/list-slots";
import { newId, type EnrolmentId } from "@/lib/ids";
import { getNotifiedOfLessons } from "@/lib/notifications/tellings/get-notified-of-lessons";
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
  const { studentId } = await found(getEnrolment(ctx, { enrolmentId, endsOn: null }));
  const { locale, timeZone } = ctx.school;
  const asking = await findDeskRequest(ctx, { enrolmentId, week });
  return (
    <>
      <PageHeader
        title={`Book week ${week} for ${facts.names.student}`}
        crumbs={[
          { label: "Desk", href: `/${slug}/admin/desk` },
          { label: facts.courseName, href: `/${slug}/admin/courses/${facts.course.id}/booking` },
        ]}
        lead={`${facts.course.lessonMinutes} minutes with ${facts.names.teacher}, ${facts.names.location}.`}
      />
      <AskedCard request={asking} {...{ locale, timeZone }} />
      <Card as="section" className="max-w-3xl">
        <div className="mb-4">
          <WhoIsNotified
            notified={await getNotifiedOfLessons(ctx, "booked", [
              { studentId, teacherId: facts.course.teacherId },
            ])}
            base={`/${slug}/admin`}
          />
        </div>
        <DeskStartForm
          action={bookForFamily}
          fields={{ enrolmentId, week: String(week), requestKey: newId() }}
          slots={slotChoices(slots, locale, timeZone)}
          clock={{ locale, timeZone }}
          bookingsHref={`/${slug}/admin/desk/bookings`}
          submit="Book this lesson"
        />
      </Card>
    </>
  );
}
