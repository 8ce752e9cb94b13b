import type { Metadata } from "next";
import { overText } from "@/components/booking/booking-history";
import { LessonFacts } from "@/components/booking/lesson-facts";
import { NoChange } from "@/components/booking/no-change";
import { NoteForm } from "@/components/booking/note-form";
import { whenText, whose } from "@/components/booking/lesson-words";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getFamilyBooking, type FamilyBooking } from "@/lib/booking/list-family-bookings";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { bookingIdOf, found } from "../../../found";
import { cancelLesson } from "./actions";

export const metadata: Metadata = { title: "Cancel" };

type CancelProps = { params: Promise<{ school: string; bookingId: string }> };

export default async function CancelPage({ params }: CancelProps) {
  const { school: slug, bookingId } = await params;
  const ctx = await requireMember(slug, "family:area");
  const booking = await found(getFamilyBooking(ctx, bookingIdOf(bookingId)));
  const base = `/${slug}/family`;
  const back = `${base}/bookings/${booking.id}`;
  const over = booking.state !== "CONFIRMED" || booking.endsAt <= ctx.now;
  return (
    <>
      <PageHeader
        title={`Cancel ${whose(booking.studentName)} lesson?`}
        crumbs={[
          { label: "Bookings", href: `${base}/bookings` },
          { label: whenText(ctx.school, booking.startsAt), href: back },
        ]}
        lead={`${booking.courseName}, week ${booking.week}`}
      />
      <div className="grid max-w-xl gap-4">
        {over ? (
          <NothingToCancel {...{ ctx, booking, href: back }} />
        ) : (
          <Consequence ctx={ctx} booking={booking} />
        )}
        <Card>
          <LessonFacts
            clock={ctx.school}
            lesson={over ? { ...booking, cancelBy: undefined } : booking}
          />
        </Card>
        {over || ctx.now > booking.cancelBy ? null : (
          <NoteForm
            action={cancelLesson}
            clock={{ timeZone: ctx.school.timeZone, locale: ctx.school.locale }}
            fields={{
              requestKey: newId(),
              bookingId: booking.id,
              shown: isoFromInstant(booking.startsAt),
            }}
            note={{
              name: "note",
              label: "Why? The school reads this.",
              maxLength: 500,
              optional: true,
            }}
            button={{ text: "Cancel this lesson", pendingText: "Cancelling…", variant: "danger" }}
            back={{ href: back, text: "Keep the lesson" }}
          />
        )}
      </div>
    </>
  );
}

/** Said before anything else: whether the lesson can be booked again. */
function Consequence({ ctx, booking }: { ctx: SchoolContext; booking: FamilyBooking }) {
  const { window } = booking;
  if (ctx.now > booking.cancelBy) return <NoChange phone={ctx.school.phone} />;
  if (window.state !== "open") {
    return (
      <Alert tone="warning" title="This lesson cannot be booked again">
        Booking is closed: once cancelled, only the school can give it back to you. Moving it to
        another time is still possible.
      </Alert>
    );
  }
  return (
    <Alert tone="info" title="You can book this lesson again">
      {window.closesAt === null
        ? "Its week is open again as soon as it is cancelled."
        : `Its week is open again until booking closes ${whenText(ctx.school, window.closesAt)}.`}
    </Alert>
  );
}

type NothingToCancelProps = { ctx: SchoolContext; booking: FamilyBooking; href: string };

function NothingToCancel({ ctx, booking, href }: NothingToCancelProps) {
  return (
    <Alert
      tone="info"
      title="There is nothing to cancel"
      actions={
        <ButtonLink href={href} variant="primary">
          Show the booking
        </ButtonLink>
      }
    >
      {overText(ctx.school, booking)}
    </Alert>
  );
}
