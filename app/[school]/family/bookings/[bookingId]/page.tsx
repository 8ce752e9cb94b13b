import { ArrowLeftRight, CalendarPlus, Download, X } from "lucide-react";
import type { Metadata } from "next";
import { FlashMessage } from "@/components/shell/flash-message";
import { BookingHistory } from "@/components/booking/booking-history";
import { BookingStateBadge } from "@/components/booking/booking-state-badge";
import { LessonFacts } from "@/components/booking/lesson-facts";
import { NoChange } from "@/components/booking/no-change";
import { whose } from "@/components/booking/lesson-words";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getFamilyBooking, type FamilyBooking } from "@/lib/booking/list-family-bookings";
import { listFamilyEnrolments } from "@/lib/booking/list-family-enrolments";
import { readFlash } from "@/lib/flash";
import type { Flash } from "@/lib/flash-cookie";
import { getOwnMailOutcome } from "@/lib/notifications/get-mail-outcome";
import { ownMailText } from "@/lib/notifications/tellings/notified-words";
import type { SchoolContext } from "@/lib/school-context";
import { bookingIdOf, found } from "../../found";

export const metadata: Metadata = { title: "Booking" };

const GONE = {
  cancelled: { tone: "success", title: "Cancelled.", text: "The time is free for others now." },
} as const;

type BookingProps = { params: Promise<{ school: string; bookingId: string }> };

export default async function BookingPage({ params }: BookingProps) {
  const { school: slug, bookingId } = await params;
  const ctx = await requireMember(slug, "family:area");
  const booking = await found(getFamilyBooking(ctx, bookingIdOf(bookingId)));
  const base = `/${slug}/family`;
  const flash = await readFlash();
  const live = booking.state === "CONFIRMED" && ctx.now < booking.endsAt;
  const changeable = live && ctx.now <= booking.cancelBy;
  return (
    <>
      <PageHeader
        title={`${whose(booking.studentName)} lesson`}
        crumbs={[
          { label: "Home", href: base },
          { label: "Bookings", href: `${base}/bookings` },
        ]}
        lead={`${booking.courseName}, week ${booking.week}`}
      />
      <div className="grid max-w-xl gap-4">
        <FlashMessage
          flash={flash}
          texts={booking.state === "CONFIRMED" ? await liveTexts(ctx, flash) : GONE}
        />
        <NextWeek ctx={ctx} base={base} booking={booking} />
        <Card
          title="The lesson"
          aside={<BookingStateBadge state={booking.state} over={booking.endsAt <= ctx.now} />}
        >
          <LessonFacts
            clock={ctx.school}
            lesson={live ? booking : { ...booking, cancelBy: undefined }}
          />
        </Card>
        {changeable ? <Changes here={`${base}/bookings/${booking.id}`} /> : null}
        {live && !changeable ? <NoChange phone={ctx.school.phone} /> : null}
        {live ? (
          <a
            href={`${base}/bookings/${booking.id}/calendar.ics`}
            className={buttonClass({ size: "lg", block: true })}
          >
            <Icon icon={Download} />
            Add to my calendar
          </a>
        ) : null}
        <section aria-labelledby="history" className="mt-4 grid gap-3">
          <h2 id="history" className="text-xl">
            What happened
          </h2>
          <BookingHistory clock={ctx.school} booking={booking} />
        </section>
      </div>
    </>
  );
}

/** What was done to a booking that stands, with what becomes of the email about it. */
async function liveTexts(ctx: SchoolContext, flash: Flash | null) {
  if (flash === null) return {};
  const kind = flash.code === "moved" ? "booking-moved" : "booking-confirmed";
  const text = ownMailText(await getOwnMailOutcome(ctx, kind));
  return {
    booked: { tone: "success", title: "Booked!", text },
    moved: { tone: "success", title: "Moved!", text },
  } as const;
}

function Changes({ here }: { here: string }) {
  return (
    <div className="grid grid-cols-2 gap-2">
      <ButtonLink href={`${here}/move`} variant="primary" size="lg">
        <Icon icon={ArrowLeftRight} />
        Move
      </ButtonLink>
      <ButtonLink href={`${here}/cancel`} size="lg">
        <Icon icon={X} />
        Cancel
      </ButtonLink>
    </div>
  );
}

type NextWeekProps = { ctx: SchoolContext; base: string; booking: FamilyBooking };

/** The way on while this enrolment still has weeks to book. */
async function NextWeek({ ctx, base, booking }: NextWeekProps) {
  if (booking.window.state !== "open") return null;
  const [enrolment] = await listFamilyEnrolments(ctx, { enrolmentId: booking.enrolmentId });
  const next = enrolment?.weeks.find(({ status }) => status === "to-book");
  if (next === undefined) return null;
  const again = next.week === booking.week;
  return (
    <ButtonLink
      href={`${base}/book/${booking.enrolmentId}?week=${next.week}`}
      variant="accent"
      size="lg"
      block
    >
      <Icon icon={CalendarPlus} />
      {again ? `Book another time in week ${next.week}` : `Book week ${next.week} too`}
    </ButtonLink>
  );
}
