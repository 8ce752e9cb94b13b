import type { Metadata } from "next";
import { AllWeeksForm } from "@/components/booking/all-weeks-form";
import { BookedWeeks } from "@/components/booking/booked-weeks";
import { CommonTimePicker } from "@/components/booking/common-time-picker";
import { hourCount, whenText } from "@/components/booking/lesson-words";
import { WindowNotice } from "@/components/booking/window-notice";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listBookedWeeks } from "@/lib/booking/list-family-bookings";
import { pickerFactsOf, type PickerFacts } from "@/lib/booking/slots/get-slot-picker";
import { planAllWeeks, type AllWeeks } from "@/lib/booking/slots/plan-all-weeks";
import { newId } from "@/lib/ids";
import type { SchoolContext, SchoolFacts } from "@/lib/school-context";
import { enrolmentIdOf, found, type Search } from "../../../found";
import { bookAllWeeks } from "./actions";
import { choosableWeeks, commonTimeViews, wantedOf } from "./week-views";

export const metadata: Metadata = { title: "Book all weeks" };

type AllProps = {
  params: Promise<{ school: string; enrolmentId: string }>;
  searchParams: Promise<Search>;
};

export default async function AllWeeksPage({ params, searchParams }: AllProps) {
  const { school: slug, enrolmentId } = await params;
  const wanted = wantedOf((await searchParams)["same"]);
  const ctx = await requireMember(slug, "family:area");
  const plan = await found(planAllWeeks(ctx, enrolmentIdOf(enrolmentId), wanted));
  const picker = pickerFactsOf(plan.facts, ctx.now);
  const base = `/${slug}/family`;
  const view = { school: ctx.school, base, plan, picker };
  return (
    <>
      <PageHeader
        title={`All lessons for ${picker.studentName}`}
        crumbs={[{ label: "Home", href: base }]}
        lead={`${picker.courseName} with ${picker.teacherName}, ${picker.locationName}, ${picker.lessonMinutes} minutes`}
      />
      <div className="grid max-w-3xl gap-5">
        <AlreadyBooked {...view} ctx={ctx} />
        {picker.window.state !== "open" ? (
          <WindowNotice window={picker.window} clock={ctx.school} phone={ctx.school.phone} />
        ) : plan.weeks.length === 0 ? (
          <NothingToBook base={base} />
        ) : wanted === null ? (
          <ChooseTime {...view} />
        ) : (
          <ConfirmWeeks {...view} />
        )}
      </div>
    </>
  );
}

type ViewProps = { school: SchoolFacts; base: string; plan: AllWeeks; picker: PickerFacts };

function ChooseTime({ school, base, plan, picker }: ViewProps) {
  return (
    <>
      <div>
        <h2 className="text-2xl">The same time every week</h2>
        <p className="text-ink-soft">Choose one. You can change single weeks before you confirm.</p>
      </div>
      <CommonTimePicker
        action={`${base}/book/${picker.enrolmentId}/all`}
        times={commonTimeViews(school, plan)}
        weeks={plan.weeks.length}
      />
    </>
  );
}

function ConfirmWeeks({ school, base, plan, picker }: ViewProps) {
  return (
    <>
      <h2 className="text-2xl">Is this right?</h2>
      <AllWeeksForm
        action={bookAllWeeks}
        fields={{ requestKey: newId(), enrolmentId: picker.enrolmentId }}
        clock={{ timeZone: school.timeZone, locale: school.locale }}
        bookingsHref={`${base}/bookings`}
        weeks={choosableWeeks(school, plan, picker)}
      >
        <CancelRules {...{ school, picker }} />
      </AllWeeksForm>
      <ButtonLink href={`${base}/book/${picker.enrolmentId}/all`} size="lg" block>
        Choose another time
      </ButtonLink>
    </>
  );
}

function CancelRules({ school, picker }: Pick<ViewProps, "school" | "picker">) {
  const { window, noticeHours } = picker;
  const closesAt = window.state === "open" ? window.closesAt : null;
  return (
    <>
      <p>Each lesson can be moved or cancelled until {hourCount(noticeHours)} before it begins.</p>
      {closesAt === null ? null : (
        <Alert tone="warning" title={`Booking closes ${whenText(school, closesAt)}`}>
          A lesson cancelled after that cannot be booked again.
        </Alert>
      )}
    </>
  );
}

/** Weeks that are booked are left alone, and named. */
async function AlreadyBooked({ ctx, base, picker }: ViewProps & { ctx: SchoolContext }) {
  if (picker.weeks.every(({ status }) => status !== "booked")) return null;
  const booked = (await listBookedWeeks(ctx, picker.enrolmentId)).filter((one) =>
    picker.weeks.some(({ week, status }) => week === one.week && status === "booked"),
  );
  return (
    <Alert tone="success" title="Already booked, and left as it is">
      <BookedWeeks weeks={booked} clock={ctx.school} bookingsHref={`${base}/bookings`} />
    </Alert>
  );
}

function NothingToBook({ base }: { base: string }) {
  return (
    <EmptyState
      character="steve"
      title="Everything is booked"
      action={
        <ButtonLink href={`${base}/bookings`} variant="primary">
          Show the bookings
        </ButtonLink>
      }
    />
  );
}
