import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoChange } from "@/components/booking/no-change";
import { slotView, weekDates, whenText, whose } from "@/components/booking/lesson-words";
import { SlotChoice } from "@/components/booking/slot-choice";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { getMovePicker, type MovePicker } from "@/lib/booking/slots/get-slot-picker";
import { getFamilyBooking, type FamilyBooking } from "@/lib/booking/list-family-bookings";
import type { SchoolFacts } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { bookingIdOf, found, instantOf, numberOf, type Search } from "../../../found";

export const metadata: Metadata = { title: "Move" };

type MoveProps = {
  params: Promise<{ school: string; bookingId: string }>;
  searchParams: Promise<Search>;
};

export default async function MovePage({ params, searchParams }: MoveProps) {
  const { school: slug, bookingId } = await params;
  const asked = await searchParams;
  const ctx = await requireMember(slug, "family:area");
  const booking = await found(getFamilyBooking(ctx, bookingIdOf(bookingId)));
  const { id, enrolmentId } = booking;
  const over = booking.state !== "CONFIRMED" || booking.endsAt <= ctx.now;
  if (over) redirect(`/${slug}/family/bookings/${id}`);
  const week = numberOf(asked["week"]);
  const picker = await found(getMovePicker(ctx, { enrolmentId, bookingId: id, week }));
  const base = `/${slug}/family`;
  const back = `${base}/bookings/${id}`;
  return (
    <>
      <PageHeader
        title={`Move ${whose(booking.studentName)} lesson`}
        crumbs={[
          { label: "Bookings", href: `${base}/bookings` },
          { label: whenText(ctx.school, booking.startsAt), href: back },
        ]}
        lead={`${booking.courseName} with ${picker.teacherName}, now ${whenText(ctx.school, booking.startsAt)}. It stays yours until you confirm another time.`}
      />
      <div className="grid max-w-3xl gap-6">
        {ctx.now > booking.cancelBy ? (
          <NoChange phone={ctx.school.phone} />
        ) : (
          <Times {...{ school: ctx.school, base, booking, picker }} chosen={asked["at"]} />
        )}
      </div>
    </>
  );
}

type TimesProps = {
  school: SchoolFacts;
  base: string;
  booking: FamilyBooking;
  picker: MovePicker;
  chosen: Search[string];
};

function Times({ school, base, booking, picker, chosen }: TimesProps) {
  const here = `${base}/bookings/${booking.id}/move`;
  const at = instantOf(chosen);
  const askHref = `${base}/book/${booking.enrolmentId}/ask?week=${booking.week}`;
  const query = new URLSearchParams({ week: String(picker.week), moving: booking.id });
  return (
    <>
      {picker.moveWeeks.length > 1 ? (
        <TabLinks
          label="Weeks"
          tabs={picker.moveWeeks.map((week) => ({
            href: `${here}?week=${week.week}`,
            label: `Week ${week.week}, ${weekDates(school, week)}`,
            current: week.week === picker.week,
          }))}
        />
      ) : (
        <Alert tone="info" title={`The lesson stays in week ${booking.week}`} />
      )}
      {picker.slots.length === 0 ? (
        <EmptyState
          character="floyd"
          title={`No other free time in week ${picker.week}`}
          action={
            <ButtonLink href={askHref} variant="primary" size="lg">
              Ask the school
            </ButtonLink>
          }
        >
          Your lesson stays as it is. Look again later: a time is free again as soon as somebody
          moves or cancels.
        </EmptyState>
      ) : (
        <SlotChoice
          key={picker.week}
          except={isoFromInstant(booking.startsAt)}
          action={`${here}/confirm`}
          fields={{ week: String(picker.week) }}
          slots={picker.slots.map((slot) => slotView(school, slot))}
          chosen={at === null ? undefined : isoFromInstant(at)}
          clock={{ timeZone: school.timeZone, locale: school.locale }}
          liveUrl={`/api/v1/schools/${school.slug}/enrolments/${picker.enrolmentId}/slots?${query.toString()}`}
        />
      )}
      {picker.slots.length === 0 ? null : (
        <p>
          None of these suits?{" "}
          <TextLink href={askHref} className="inline-flex min-h-11 items-center">
            Ask the school
          </TextLink>
        </p>
      )}
    </>
  );
}
