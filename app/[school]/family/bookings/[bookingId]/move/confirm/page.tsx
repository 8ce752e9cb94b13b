import { ArrowDown } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { overText } from "@/components/booking/booking-history";
import { ConfirmStartForm } from "@/components/booking/confirm-start-form";
import { LessonFacts } from "@/components/booking/lesson-facts";
import { slotView, whenText, whose } from "@/components/booking/lesson-words";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getMovePicker, type MovePicker } from "@/lib/booking/slots/get-slot-picker";
import { getFamilyBooking, type FamilyBooking } from "@/lib/booking/list-family-bookings";
import { nearestSlots } from "@/lib/booking/slots/nearest-slots";
import { cancelBy } from "@/lib/booking/notice-policy";
import type { Slot } from "@/lib/booking/slots/slots";
import { newId } from "@/lib/ids";
import type { SchoolFacts } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { bookingIdOf, found, instantOf, numberOf, type Search } from "../../../../found";
import { moveLesson } from "./actions";

export const metadata: Metadata = { title: "Confirm the move" };

type ConfirmMoveProps = {
  params: Promise<{ school: string; bookingId: string }>;
  searchParams: Promise<Search>;
};

export default async function ConfirmMovePage({ params, searchParams }: ConfirmMoveProps) {
  const { school: slug, bookingId } = await params;
  const asked = await searchParams;
  const ctx = await requireMember(slug, "family:area");
  const booking = await found(getFamilyBooking(ctx, bookingIdOf(bookingId)));
  const here = `/${slug}/family/bookings/${booking.id}`;
  const [week, at] = [numberOf(asked["week"]), instantOf(asked["at"])];
  if (at === null) redirect(`${here}/move`);
  const over = booking.state !== "CONFIRMED" || booking.endsAt <= ctx.now;
  if (over || at === booking.startsAt) {
    return <NothingToMove {...{ school: ctx.school, booking, here, over }} />;
  }
  const { id, enrolmentId } = booking;
  const picker = await found(getMovePicker(ctx, { enrolmentId, bookingId: id, week }));
  const slot = picker.slots.find(({ startsAt }) => startsAt === at);
  const nearest = nearestSlots(picker.slots, at, 4).map((one) => slotView(ctx.school, one));
  const back = `${here}/move?week=${picker.week}`;
  return (
    <>
      <PageHeader
        title={`Move ${whose(booking.studentName)} lesson?`}
        lead={`${booking.courseName}, week ${booking.week}`}
      />
      <div className="grid max-w-xl gap-4">
        <ConfirmStartForm
          action={moveLesson}
          clock={{ timeZone: ctx.school.timeZone, locale: ctx.school.locale }}
          fields={{
            requestKey: newId(),
            bookingId: id,
            shown: isoFromInstant(booking.startsAt),
            startsAt: isoFromInstant(at),
          }}
          confirmText="Move the lesson"
          pendingText="Moving…"
          bookingsHref={`/${slug}/family/bookings`}
          backHref={`${back}&at=${encodeURIComponent(isoFromInstant(at))}`}
          lost={
            slot ? null : { nearest, hrefStart: `${here}/move/confirm?week=${picker.week}&at=` }
          }
        >
          {slot ? <OldAndNew {...{ school: ctx.school, booking, picker, slot }} /> : null}
        </ConfirmStartForm>
      </div>
    </>
  );
}

type NothingToMoveProps = {
  school: SchoolFacts;
  booking: FamilyBooking;
  here: string;
  over: boolean;
};

/** The page of a move that is done, or can no longer be. */
function NothingToMove({ school, booking, here, over }: NothingToMoveProps) {
  return (
    <>
      <PageHeader
        title={`${whose(booking.studentName)} lesson`}
        lead={`${booking.courseName}, week ${booking.week}`}
      />
      <Alert
        tone={over ? "info" : "success"}
        title={
          over ? overText(school, booking) : `It is on ${whenText(school, booking.startsAt)} now.`
        }
        className="max-w-xl"
        actions={
          <ButtonLink href={here} variant="primary">
            Show the booking
          </ButtonLink>
        }
      />
    </>
  );
}

type OldAndNewProps = {
  school: SchoolFacts;
  booking: FamilyBooking;
  picker: MovePicker;
  slot: Slot;
};

function OldAndNew({ school, booking, picker, slot }: OldAndNewProps) {
  const until = cancelBy(slot.startsAt, picker.noticeHours);
  return (
    <div className="grid justify-items-center gap-2">
      <Card className="w-full" tone="sunken">
        <p className="text-sm text-ink-soft">Now</p>
        <p className="font-semibold line-through">
          {whenText(school, booking.startsAt)}, {booking.roomName}, {booking.locationName}
        </p>
      </Card>
      <Icon icon={ArrowDown} label="moves to" className="size-6" />
      <Card className="w-full">
        <LessonFacts clock={school} lesson={{ ...picker, ...slot, cancelBy: until }} />
      </Card>
    </div>
  );
}
