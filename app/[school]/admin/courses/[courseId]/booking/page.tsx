import { Printer } from "lucide-react";
import type { Metadata } from "next";
import { CourseDeskWeeks } from "@/components/desk/course-desk-weeks";
import { SupplyTable } from "@/components/desk/supply-table";
import { windowText } from "@/components/desk/window-words";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { WINDOW_FIELDS } from "@/components/scheduling/course-fields";
import { LatestAnswer } from "@/components/ui/latest-answer";
import { RecordFieldsForm } from "@/components/record-form/record-fields-form";
import { ActionForm } from "@/components/scheduling/action-form";
import { CourseHeader } from "@/components/scheduling/course-header";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { requireMember } from "@/lib/auth/session";
import { getBookingSupply } from "@/lib/booking/window/get-booking-supply";
import { windowShown } from "@/lib/booking/window/shown-window";
import { getCourseDesk, type CourseDesk } from "@/lib/booking/desk/get-course-desk";
import { newId, type CourseId } from "@/lib/ids";
import { getNotifiedToBook } from "@/lib/notifications/tellings/list-families-to-book";
import type { SchoolFacts } from "@/lib/school-context";
import { formatDateTime } from "@/lib/time/format";
import { found, idOf } from "../../../found";
import { closeNow, openNow, remind, scheduleWindow } from "./actions";

export const metadata: Metadata = { title: "Booking" };

type BookingPageProps = { params: Promise<{ school: string; courseId: string }> };

export default async function BookingPage({ params }: BookingPageProps) {
  const { school: slug, courseId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const id = idOf<CourseId>(courseId);
  const desk = await found(getCourseDesk(ctx, id));
  const supply = await found(getBookingSupply(ctx, id));
  const { locale, timeZone } = ctx.school;
  const fields = { courseId: id };
  const isOpen = desk.window.state === "open";
  const base = `/${slug}/admin`;
  const opening = await getNotifiedToBook(ctx, { kind: "window-opened", courseId: id });
  const reminding = await getNotifiedToBook(ctx, { kind: "unbooked-reminder", courseId: id });
  return (
    <LatestAnswer>
      <CourseHeader
        coursesHref={`${base}/courses`}
        course={{ id, name: desk.name, kind: "HYBRID" }}
        current="booking"
        lead={windowText(desk.window, locale, timeZone)}
      />
      {desk.hasPlan ? null : <NoPlan planHref={`${base}/courses/${id}/week-plan`} />}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_2fr]">
        <div className="grid gap-4 print:hidden">
          <Card as="section" title="Booking window">
            <div className="grid gap-5">
              {isOpen || !desk.hasPlan ? null : <WhoIsNotified notified={opening} base={base} />}
              {isOpen ? (
                <ActionForm action={closeNow} fields={fields} submit="Close booking now" />
              ) : (
                <ActionForm
                  action={openNow}
                  fields={fields}
                  submit="Open booking now"
                  variant="primary"
                />
              )}
              <RecordFieldsForm
                action={scheduleWindow}
                shown={windowShown(desk, timeZone)}
                hidden={fields}
                submit="Save these times"
                fields={WINDOW_FIELDS}
              />
            </div>
          </Card>
          <Card as="section" title="Are there enough slots?">
            <SupplyTable supply={supply} />
          </Card>
        </div>
        <div className="grid gap-4">
          {desk.unbooked > 0 ? <WhoIsNotified notified={reminding} base={base} /> : null}
          <LastReminder reminded={desk.reminded} clock={ctx.school} />
          <div className="flex flex-wrap items-start gap-3 print:hidden">
            {desk.unbooked > 0 ? (
              <ActionForm
                action={remind}
                fields={{ ...fields, requestKey: newId() }}
                submit={desk.reminded === null ? "Remind who has not booked" : "Remind again"}
                pendingText="Reminding…"
              />
            ) : null}
            <ButtonLink href={`${base}/desk/print?course=${id}`}>
              <Printer aria-hidden="true" className="size-5" />
              Print
            </ButtonLink>
          </div>
          <CourseDeskWeeks desk={desk} base={base} locale={locale} timeZone={timeZone} />
        </div>
      </div>
    </LatestAnswer>
  );
}

type LastReminderProps = {
  reminded: CourseDesk["reminded"];
  clock: Pick<SchoolFacts, "timeZone" | "locale">;
};

/** When the families were reminded, so that nobody does it once more unknowing. */
function LastReminder({ reminded, clock }: LastReminderProps) {
  if (reminded === null) return null;
  const { at, by, tooSoon } = reminded;
  return (
    <p className="print:hidden">
      Reminded {formatDateTime(at, clock.timeZone, clock.locale)}
      {by === null ? "" : ` by ${by}`}. {tooSoon ? "Again after an hour at the earliest." : null}
    </p>
  );
}

function NoPlan({ planHref }: { planHref: string }) {
  return (
    <Alert
      tone="warning"
      title="This course has no week plan yet"
      className="mb-4"
      actions={<ButtonLink href={planHref}>Set the week plan</ButtonLink>}
    >
      Families can book once the plan says which weeks are individual.
    </Alert>
  );
}
