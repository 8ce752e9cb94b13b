import type { Metadata } from "next";
import { WhoIsNotified } from "@/components/notifications/who-is-notified";
import { ClosureFields } from "@/components/scheduling/closure-fields";
import { ClosureList } from "@/components/scheduling/closure-list";
import { ConfirmForm } from "@/components/scheduling/confirm-form";
import { LostList } from "@/components/scheduling/lost-list";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { FlashMessage } from "@/components/shell/flash-message";
import { requireMember } from "@/lib/auth/session";
import { closureInput } from "@/lib/booking/desk/desk.schema";
import { getClosurePreview } from "@/lib/booking/changes/get-closure-preview";
import { readFlash } from "@/lib/flash";
import { getNotifiedOfChanges } from "@/lib/notifications/tellings/get-notified-of-changes";
import type { SchoolContext } from "@/lib/school-context";
import { listClosures } from "@/lib/scheduling/list-closures";
import { listScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { changeText } from "../change-text";
import { closeTheSchool } from "./actions";

export const metadata: Metadata = { title: "Closures" };

type Search = Record<string, string | string[] | undefined>;
type ClosuresPageProps = { params: Promise<{ school: string }>; searchParams: Promise<Search> };

const ADDED = {
  tone: "success",
  title: "The school is closed then.",
  text: "No lesson is held and none can be booked on those days.",
} as const;
const REMOVED = {
  tone: "success",
  title: "Those days are open again.",
  text: "Their group lessons are back. Individual lessons are booked again by the families, or by you.",
} as const;

export default async function ClosuresPage({ params, searchParams }: ClosuresPageProps) {
  const { school: slug } = await params;
  const search = await searchParams;
  const ctx = await requireMember(slug, "schedule:write");
  const closures = await listClosures(ctx);
  const flash = await readFlash();
  const isClosed = closures.some(({ id }) => id === flash?.ids[1]);
  const added = [ADDED.text, await changeText(ctx, flash)].join(" ").trim();
  const { locations } = await listScheduleChoices(ctx);
  return (
    <>
      <PageHeader
        title="Closures"
        lead="Public holidays and pupil-free days. No lesson is held and none can be booked then."
      />
      <FlashMessage
        flash={flash}
        texts={
          isClosed ? { "closure-added": { ...ADDED, text: added } } : { "closure-removed": REMOVED }
        }
        className="mb-4"
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <ClosureList
          base={`/${slug}/admin/closures`}
          closures={closures}
          locale={ctx.school.locale}
        />
        <Card as="section" title="Add a closure">
          <div className="grid gap-5">
            <ClosureFields
              action={`/${slug}/admin/closures`}
              search={search}
              locations={locations}
            />
            {search.startsOn === undefined ? null : <Preview ctx={ctx} search={search} />}
          </div>
        </Card>
      </div>
    </>
  );
}

async function Preview({ ctx, search }: { ctx: SchoolContext; search: Search }) {
  const asked = closureInput.safeParse(search);
  if (!asked.success) {
    return <Alert tone="refusal" title={asked.error.issues[0]?.message ?? "Check the dates."} />;
  }
  const { name, startsOn, endsOn = startsOn, locationId } = asked.data;
  if (endsOn < startsOn) {
    return <Alert tone="refusal" title="The last day lies before the first one." />;
  }
  const closure = { startsOn, endsOn, locationId: locationId ?? null };
  const { lostBookings, lostLessons, confirmation } = await getClosurePreview(ctx, closure);
  const lost = [...lostBookings, ...lostLessons];
  const count = lost.length;
  const lessonIds = lost.map(({ lessonId }) => lessonId);
  const { locale, timeZone } = ctx.school;
  return (
    <>
      {count > 0 ? (
        <LostList
          title={`Cancels ${count} ${count === 1 ? "lesson" : "lessons"}`}
          note="Booked lessons stay owed: their families can book again in that week while any of its days is open."
          bookings={lostBookings}
          lessons={lostLessons}
          {...{ locale, timeZone }}
        />
      ) : (
        <p>No lesson is held on those days.</p>
      )}
      {count > 0 ? (
        <WhoIsNotified
          notified={await getNotifiedOfChanges(ctx, { lessonIds })}
          base={`/${ctx.school.slug}/admin`}
        />
      ) : null}
      <ConfirmForm
        action={closeTheSchool}
        fields={{
          name,
          startsOn,
          endsOn,
          locationId: locationId ?? "",
          confirmed: confirmation ?? "",
        }}
        submit={count > 0 ? "Cancel these lessons and close" : "Add this closure"}
        variant={count > 0 ? "danger" : "primary"}
      />
    </>
  );
}
