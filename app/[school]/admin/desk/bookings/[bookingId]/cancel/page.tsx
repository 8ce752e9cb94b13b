import { CalendarDays, MapPin, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { DeskCancelForm } from "@/components/desk/desk-cancel-form";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getDeskBooking } from "@/lib/booking/desk/get-desk-booking";
import { newId, type BookingId } from "@/lib/ids";
import { getNotifiedOfLessons } from "@/lib/notifications/tellings/get-notified-of-lessons";
import { formatDateTime } from "@/lib/time/format";
import { isoFromInstant } from "@/lib/time/instant";
import { found, idOf } from "../../../../found";
import { cancelForFamily } from "../../../actions";

export const metadata: Metadata = { title: "Cancel a lesson" };

type CancelPageProps = { params: Promise<{ school: string; bookingId: string }> };

export default async function CancelPage({ params }: CancelPageProps) {
  const { school: slug, bookingId } = await params;
  const ctx = await requireMember(slug, "booking:override");
  const id = idOf<BookingId>(bookingId);
  const booking = await found(getDeskBooking(ctx, id));
  const { locale, timeZone } = ctx.school;
  const when = formatDateTime(booking.startsAt, timeZone, locale);
  const base = `/${slug}/admin`;
  const back = `${base}/desk/bookings/${id}`;
  return (
    <>
      <PageHeader
        title="Cancel this lesson?"
        crumbs={[
          { label: "Desk", href: `${base}/desk` },
          { label: `${booking.studentName}, week ${booking.week}`, href: back },
        ]}
        lead={`${booking.studentName}, ${booking.courseName}`}
      />
      <div className="grid max-w-xl gap-4">
        <Card>
          <FactList
            facts={[
              { label: "When", value: when, icon: CalendarDays },
              { label: "Teacher", value: booking.teacherName, icon: UserRound },
              { label: "Where", value: booking.place, icon: MapPin },
            ]}
          />
        </Card>
        {booking.state === "CONFIRMED" ? (
          <>
            <WhoIsNotified
              notified={await getNotifiedOfLessons(ctx, "cancelled", [booking])}
              base={base}
            />
            <DeskCancelForm
              action={cancelForFamily}
              fields={{
                bookingId: id,
                shown: isoFromInstant(booking.startsAt),
                requestKey: newId(),
              }}
              clock={{ locale, timeZone }}
              bookingsHref={`${base}/desk/bookings`}
              needsReason={booking.isInsideNotice}
            />
          </>
        ) : (
          <Alert tone="info" title="There is nothing to cancel">
            This lesson is no longer booked. Its page says what happened.
          </Alert>
        )}
        <ButtonLink href={back} className="justify-self-start">
          {booking.state === "CONFIRMED" ? "Keep the lesson" : "See the booking"}
        </ButtonLink>
      </div>
    </>
  );
}
