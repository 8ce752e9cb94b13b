import type { Metadata } from "next";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { RecordFieldsForm } from "@/components/record-form/record-fields-form";
import { ConfirmForm } from "@/components/scheduling/confirm-form";
import { LostList } from "@/components/scheduling/lost-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateField } from "@/components/ui/date-field";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { bookUntilShown } from "@/lib/booking/window/shown-window";
import { getEnrolment, type EnrolmentView } from "@/lib/booking/get-enrolment";
import type { EnrolmentId } from "@/lib/ids";
import { getNotifiedOfChanges } from "@/lib/notifications/tellings/get-notified-of-changes";
import type { SchoolContext } from "@/lib/school-context";
import { parseDay, type Day } from "@/lib/time/day";
import { formatDay } from "@/lib/time/format";
import { found, idOf } from "../../../../found";
import { endThisEnrolment, letBookUntil } from "./actions";

export const metadata: Metadata = { title: "Enrolment" };

type EnrolmentPageProps = {
  params: Promise<{ school: string; courseId: string; enrolmentId: string }>;
  searchParams: Promise<{ endsOn?: string }>;
};

export default async function EnrolmentPage({ params, searchParams }: EnrolmentPageProps) {
  const { school: slug, courseId, enrolmentId } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const endsOn = parseDay(String((await searchParams).endsOn ?? ""));
  const id = idOf<EnrolmentId>(enrolmentId);
  const view = await found(getEnrolment(ctx, { enrolmentId: id, endsOn }));
  const course = `/${slug}/admin/courses/${idOf(courseId)}`;
  const { locale } = ctx.school;
  const until = view.endsOn ? formatDay(view.endsOn, locale, "short") : "the end of the course";
  return (
    <>
      <PageHeader
        title={view.studentName}
        crumbs={[
          { label: "Courses", href: `/${slug}/admin/courses` },
          { label: view.courseName, href: course },
        ]}
        lead={`Enrolled from ${formatDay(view.startsOn, locale, "short")} to ${until}.`}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card as="section" title="End the enrolment">
          <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
            <DateField label="Last day" name="endsOn" defaultValue={endsOn ?? ""} />
            <Button type="submit">Show what this cancels</Button>
          </form>
          {endsOn ? <EndPart ctx={ctx} view={view} endsOn={endsOn} /> : null}
        </Card>
        {view.courseKind === "HYBRID" ? (
          <Card as="section" title="May book until">
            <RecordFieldsForm
              action={letBookUntil}
              shown={bookUntilShown(view.bookUntil, ctx.school.timeZone)}
              hidden={{ enrolmentId: view.id }}
              fields={[
                {
                  ...{ name: "bookUntil", type: "moment", optional: true },
                  label: "This family may book until",
                  hint: "Later than the course's own window. Leave empty to use the course's window.",
                },
              ]}
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}

type EndPartProps = { view: EnrolmentView; endsOn: Day; ctx: SchoolContext };

async function EndPart({ view, endsOn, ctx }: EndPartProps) {
  const { locale, timeZone, slug } = ctx.school;
  const notified = await getNotifiedOfChanges(ctx, { lessonIds: [], ...view.concerned });
  const lost = view.losses?.lostBookings ?? [];
  return (
    <div className="grid gap-4">
      {lost.length > 0 ? (
        <LostList
          title={`Cancels ${lost.length} booked ${lost.length === 1 ? "lesson" : "lessons"}`}
          note="They stay in the history."
          bookings={lost}
          {...{ locale, timeZone }}
        />
      ) : (
        <p>No booked lesson lies after that day.</p>
      )}
      {view.concerned.studentIds.length > 0 ? (
        <WhoIsNotified notified={notified} base={`/${slug}/admin`} />
      ) : null}
      <ConfirmForm
        action={endThisEnrolment}
        fields={{
          courseId: view.courseId,
          enrolmentId: view.id,
          endsOn,
          confirmed: view.losses?.confirmation ?? "",
        }}
        submit={`End it on ${formatDay(endsOn, locale, "short")}`}
        variant="danger"
      />
    </div>
  );
}
