import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlashMessage } from "@/components/shell/flash-message";
import { slotView, weekDates, whenText } from "@/components/booking/lesson-words";
import { SlotChoice } from "@/components/booking/slot-choice";
import { WeekChips, type WeekChip } from "@/components/booking/week-chips";
import { WindowNotice } from "@/components/booking/window-notice";
import { CallLink } from "@/components/family/call-link";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { HelpRequests } from "@/components/family/help-requests";
import { requireMember } from "@/lib/auth/session";
import { listHelpRequests } from "@/lib/booking/list-help-requests";
import { getSlotPicker, type SlotPicker } from "@/lib/booking/slots/get-slot-picker";
import { readFlash } from "@/lib/flash";
import type { SchoolContext } from "@/lib/school-context";
import { isoFromInstant } from "@/lib/time/instant";
import { enrolmentIdOf, found, instantOf, numberOf, type Search } from "../../found";

export const metadata: Metadata = { title: "Choose a time" };

const SENT = {
  "help-requested": {
    tone: "success",
    title: "Your help request is sent.",
    text: "It is on the school’s booking desk, and the school gets back to you.",
  },
} as const;

type PickerProps = {
  params: Promise<{ school: string; enrolmentId: string }>;
  searchParams: Promise<Search>;
};

export default async function PickSlotPage({ params, searchParams }: PickerProps) {
  const { school: slug, enrolmentId } = await params;
  const asked = await searchParams;
  const ctx = await requireMember(slug, "family:area");
  const id = enrolmentIdOf(enrolmentId);
  const picker = await found(getSlotPicker(ctx, id, numberOf(asked["week"])));
  const base = `/${slug}/family`;
  const here = `${base}/book/${id}`;
  const week = picker.weeks.find((one) => one.week === picker.week);
  if (numberOf(asked["week"]) === null && week) redirect(`${here}?week=${week.week}`);
  const help = await listHelpRequests(ctx, { enrolmentId: id });
  return (
    <>
      <PageHeader
        title={`A time for ${picker.studentName}`}
        crumbs={[{ label: "Home", href: base }]}
        lead={`${picker.courseName} with ${picker.teacherName}, ${picker.locationName}, ${picker.lessonMinutes} minutes`}
      />
      <div className="grid max-w-3xl gap-6">
        <FlashMessage flash={await readFlash()} texts={SENT} />
        <nav aria-label="Weeks">
          <WeekChips
            compact
            label="Individual weeks"
            clock={ctx.school}
            weeks={picker.weeks}
            currentWeek={picker.week}
            hrefOf={(one) => `${here}?week=${one.week}`}
          />
        </nav>
        <section aria-labelledby="week" className="grid gap-4">
          <h2 id="week" className="text-2xl">
            {week ? `Week ${week.week}, ${weekDates(ctx.school, week)}` : "No individual week"}
          </h2>
          <HelpRequests
            requests={help.filter((request) => request.week === picker.week)}
            clock={ctx.school}
            base={base}
          />
          <WeekBody {...{ ctx, base, picker, week }} chosen={instantOf(asked["at"])} />
        </section>
      </div>
    </>
  );
}

type WeekBodyProps = {
  ctx: SchoolContext;
  base: string;
  picker: SlotPicker;
  week: WeekChip | undefined;
  chosen: ReturnType<typeof instantOf>;
};

function WeekBody({ ctx, base, picker, week, chosen }: WeekBodyProps) {
  const { school } = ctx;
  const here = `${base}/book/${picker.enrolmentId}`;
  if (week === undefined) return <p>No individual lesson is owed in that week.</p>;
  if (week.booking !== null) return <Booked base={base} clock={school} booking={week.booking} />;
  if (week.status === "past") {
    return (
      <Alert tone="info" title="This week can no longer be booked online">
        It is too close, or over. Please call the school
        {school.phone === null ? "" : <CallLink phone={school.phone} />}.
      </Alert>
    );
  }
  if (picker.window.state !== "open") {
    return <WindowNotice window={picker.window} clock={school} phone={school.phone} />;
  }
  const askHref = `${here}/ask?week=${week.week}`;
  if (picker.slots.length === 0) return <NoSlots week={week.week} askHref={askHref} />;
  return (
    <>
      <SlotChoice
        key={week.week}
        action={`${here}/confirm`}
        fields={{ week: String(week.week) }}
        slots={picker.slots.map((slot) => slotView(school, slot))}
        chosen={chosen === null ? undefined : isoFromInstant(chosen)}
        clock={{ timeZone: school.timeZone, locale: school.locale }}
        liveUrl={`/api/v1/schools/${school.slug}/enrolments/${picker.enrolmentId}/slots?week=${week.week}`}
      />
      <p>
        None of these suits?{" "}
        <TextLink href={askHref} className="inline-flex min-h-11 items-center">
          Ask the school
        </TextLink>
      </p>
    </>
  );
}

function NoSlots({ week, askHref }: { week: number; askHref: string }) {
  return (
    <EmptyState
      character="floyd"
      headingLevel={3}
      title={`No free time in week ${week}`}
      action={
        <ButtonLink href={askHref} variant="primary" size="lg">
          Ask the school
        </ButtonLink>
      }
    >
      All times are taken at the moment. Write to the school what would suit you, or look again
      later: a time is free again as soon as somebody moves or cancels.
    </EmptyState>
  );
}

type BookedProps = {
  base: string;
  clock: SchoolContext["school"];
  booking: NonNullable<WeekChip["booking"]>;
};

function Booked({ base, clock, booking }: BookedProps) {
  return (
    <Alert
      tone="success"
      title={`Booked: ${whenText(clock, booking.startsAt)}`}
      actions={
        <ButtonLink href={`${base}/bookings/${booking.id}`} variant="primary">
          Show, move or cancel it
        </ButtonLink>
      }
    />
  );
}
