import { CalendarDays, MapPin, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { FlashMessage, type FlashText } from "@/components/shell/flash-message";
import { BookingHistory } from "@/components/desk/booking-history";
import { AskedCard } from "@/components/desk/asked-card";
import { DeskStartForm } from "@/components/desk/desk-start-form";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { slotChoices } from "@/components/desk/slot-choices";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { FactList } from "@/components/ui/fact-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getDeskBooking } from "@/lib/booking/desk/get-desk-booking";
import { findDeskRequest } from "@/lib/booking/desk/list-desk-requests";
import { listSlots } from "@/lib/booking/slots/list-slots";
import { readFlash } from "@/lib/flash";
import { newId, type BookingId } from "@/lib/ids";
import { getNotifiedOfLessons } from "@/lib/notifications/tellings/get-notified-of-lessons";
import type { Notified } from "@/lib/notifications/tellings/notified";
import { notifiedText } from "@/lib/notifications/tellings/notified-words";
import { formatDateTime } from "@/lib/time/format";
import { isoFromInstant } from "@/lib/time/instant";
import { found, idOf } from "../../../found";
import { moveForFamily } from "../../actions";

export const metadata: Metadata = { title: "Booking" };

const DONE = { booked: "Booked.", moved: "Moved.", cancelled: "Cancelled." } as const;

type BookingPageProps = { params: Promise<{ school: string; bookingId: string }> };

export default async function BookingPage({ params }: BookingPageProps) {
  const { school: slug, bookingId } = await params;
  const ctx = await requireMember(slug, "booking:override");
  const id = idOf<BookingId>(bookingId);
  const booking = await found(getDeskBooking(ctx, id));
  const { locale, timeZone } = ctx.school;
  const live = booking.state === "CONFIRMED";
  const { enrolmentId, week } = booking;
  const slots = live ? (await listSlots(ctx, { enrolmentId, week, movingId: id })).slots : [];
  const base = `/${slug}/admin`;
  const notified = await getNotifiedOfLessons(ctx, live ? "moved" : "cancelled", [booking]);
  const shown = { bookingId: id, shown: isoFromInstant(booking.startsAt) };
  return (
    <>
      <PageHeader
        title={`${booking.studentName}, week ${week}`}
        crumbs={[
          { label: "Desk", href: `${base}/desk` },
          { label: booking.courseName, href: `${base}/courses/${booking.courseId}/booking` },
        ]}
      />
      <FlashMessage flash={await readFlash()} texts={doneTexts(live, notified)} className="mb-4" />
      <AskedCard
        request={live ? await findDeskRequest(ctx, booking) : null}
        {...{ locale, timeZone }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_2fr]">
        <Card as="section" title={live ? "Booked" : stateWord(booking.state)}>
          <div className="grid gap-4">
            <FactList
              facts={[
                {
                  label: "When",
                  value: formatDateTime(booking.startsAt, timeZone, locale),
                  icon: CalendarDays,
                },
                { label: "Teacher", value: booking.teacherName, icon: UserRound },
                { label: "Where", value: booking.place, icon: MapPin },
              ]}
            />
            <BookingHistory booking={booking} locale={locale} timeZone={timeZone} />
            {booking.state === "CANCELLED" && booking.startsAt > ctx.now ? (
              <ButtonLink
                href={`${base}/desk/book/${enrolmentId}/${week}`}
                className="justify-self-start"
              >
                Book again
              </ButtonLink>
            ) : null}
          </div>
        </Card>
        {live ? (
          <div className="grid gap-4">
            <Card as="section" title="Move it">
              <div className="mb-4">
                <WhoIsNotified notified={notified} base={base} />
              </div>
              <DeskStartForm
                action={moveForFamily}
                fields={{ ...shown, requestKey: newId() }}
                slots={slotChoices(slots, locale, timeZone)}
                clock={{ locale, timeZone }}
                bookingsHref={`${base}/desk/bookings`}
                submit="Move this lesson"
              />
            </Card>
            <ButtonLink href={`${base}/desk/bookings/${id}/cancel`} className="justify-self-start">
              Cancel this lesson…
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </>
  );
}

function stateWord(state: string): string {
  const words: Record<string, string> = {
    CANCELLED: "Cancelled",
    COMPLETED: "Taught",
    NO_SHOW: "Did not come",
  };
  return words[state] ?? "Booking";
}

/** What was done to the booking, if it is so, and who is notified of it. */
function doneTexts(live: boolean, notified: Notified): Record<string, FlashText> {
  const text = notifiedText(notified);
  const codes = live ? (["booked", "moved"] as const) : (["cancelled"] as const);
  return Object.fromEntries(
    codes.map((code) => [code, { tone: "success" as const, title: DONE[code], text }]),
  );
}
