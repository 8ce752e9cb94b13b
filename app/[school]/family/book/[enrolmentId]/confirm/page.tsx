import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AlreadyBooked } from "@/components/booking/already-booked";
import { ConfirmStartForm } from "@/components/booking/confirm-start-form";
import { LessonFacts } from "@/components/booking/lesson-facts";
import { slotView, whenText, whose } from "@/components/booking/lesson-words";
import { WindowNotice } from "@/components/booking/window-notice";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getSlotPicker, type SlotPicker } from "@/lib/booking/slots/get-slot-picker";
import { listBookedWeeks } from "@/lib/booking/list-family-bookings";
import { nearestSlots } from "@/lib/booking/slots/nearest-slots";
import { cancelBy } from "@/lib/booking/notice-policy";
import type { Slot } from "@/lib/booking/slots/slots";
import { newId } from "@/lib/ids";
import type { SchoolFacts } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { enrolmentIdOf, found, instantOf, numberOf, type Search } from "../../../found";
import { bookLesson } from "./actions";

export const metadata: Metadata = { title: "Confirm" };

type ConfirmProps = {
  params: Promise<{ school: string; enrolmentId: string }>;
  searchParams: Promise<Search>;
};

export default async function ConfirmPage({ params, searchParams }: ConfirmProps) {
  const { school: slug, enrolmentId } = await params;
  const asked = await searchParams;
  const ctx = await requireMember(slug, "family:area");
  const id = enrolmentIdOf(enrolmentId);
  const [week, at] = [numberOf(asked["week"]), instantOf(asked["at"])];
  const base = `/${slug}/family`;
  const here = `${base}/book/${id}`;
  if (week === null || at === null) redirect(week === null ? here : `${here}?week=${week}`);
  const picker = await found(getSlotPicker(ctx, id, week));
  const owed = picker.weeks.find((one) => one.week === week);
  const booking = owed?.booking ?? null;
  const booked =
    booking === null ? [] : (await listBookedWeeks(ctx, id)).filter((one) => one.week === week);
  const bookingsHref = `${base}/bookings`;
  const mayBook = owed !== undefined && booking === null && picker.window.state === "open";
  const slot = picker.slots.find(({ startsAt }) => startsAt === at);
  const nearest = nearestSlots(picker.slots, at, 4).map((one) => slotView(ctx.school, one));
  const back = `${here}?week=${week}`;
  return (
    <>
      <PageHeader
        title={`Book ${whose(picker.studentName)} lesson?`}
        lead={`${picker.courseName}, week ${week}`}
      />
      <div className="grid max-w-xl gap-4">
        {owed === undefined ? <NotOwed href={here} /> : null}
        {booked.length > 0 ? (
          <AlreadyBooked {...{ booked, bookingsHref }} clock={ctx.school} />
        ) : null}
        {booking === null ? (
          <WindowNotice window={picker.window} clock={ctx.school} phone={ctx.school.phone} />
        ) : null}
        {mayBook ? (
          <ConfirmStartForm
            action={bookLesson}
            clock={{ timeZone: ctx.school.timeZone, locale: ctx.school.locale }}
            fields={{
              requestKey: newId(),
              enrolmentId: id,
              week: String(week),
              startsAt: isoFromInstant(at),
            }}
            confirmText="Book this lesson"
            pendingText="Booking…"
            bookingsHref={bookingsHref}
            backHref={`${back}&at=${encodeURIComponent(isoFromInstant(at))}`}
            lost={slot ? null : { nearest, hrefStart: `${here}/confirm?week=${week}&at=` }}
          >
            {slot ? <Meaning {...{ school: ctx.school, picker, slot }} /> : null}
          </ConfirmStartForm>
        ) : null}
      </div>
    </>
  );
}

type MeaningProps = { school: SchoolFacts; picker: SlotPicker; slot: Slot };

function Meaning({ school, picker, slot }: MeaningProps) {
  const { window } = picker;
  const until = cancelBy(slot.startsAt, picker.noticeHours);
  const closesAt = window.state === "open" ? window.closesAt : null;
  return (
    <>
      <Card>
        <LessonFacts clock={school} lesson={{ ...picker, ...slot, cancelBy: until }} />
      </Card>
      {closesAt !== null && closesAt < until ? (
        <Alert tone="warning" title={`Booking closes ${whenText(school, closesAt)}`}>
          A lesson cancelled after that cannot be booked again.
        </Alert>
      ) : null}
    </>
  );
}

function NotOwed({ href }: { href: string }) {
  return (
    <Alert
      tone="info"
      title="No individual lesson is owed in that week."
      actions={
        <ButtonLink href={href} variant="primary">
          Choose another week
        </ButtonLink>
      }
    />
  );
}
