import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoteForm } from "@/components/booking/note-form";
import { weekDates } from "@/components/booking/lesson-words";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getSlotPicker } from "@/lib/booking/slots/get-slot-picker";
import { enrolmentIdOf, found, numberOf, type Search } from "../../../found";
import { ask } from "./actions";

export const metadata: Metadata = { title: "Ask the school for help" };

type AskProps = {
  params: Promise<{ school: string; enrolmentId: string }>;
  searchParams: Promise<Search>;
};

export default async function AskPage({ params, searchParams }: AskProps) {
  const { school: slug, enrolmentId } = await params;
  const number = numberOf((await searchParams)["week"]);
  const ctx = await requireMember(slug, "family:area");
  const id = enrolmentIdOf(enrolmentId);
  const picker = await found(getSlotPicker(ctx, id, null));
  const week = picker.weeks.find((one) => one.week === number);
  const base = `/${slug}/family`;
  const here = `${base}/book/${id}`;
  if (week === undefined) redirect(here);
  const { booking } = week;
  const isMove = booking !== null;
  const back = isMove ? `${base}/bookings/${booking.id}/move` : `${here}?week=${week.week}`;
  return (
    <>
      <PageHeader
        title="Ask the school for help"
        crumbs={[
          { label: "Home", href: base },
          { label: isMove ? "Move" : `Week ${week.week}`, href: back },
        ]}
        lead={`About ${picker.studentName} in ${picker.courseName}, week ${week.week} (${weekDates(ctx.school, week)})`}
      />
      <div className="grid max-w-xl gap-4">
        <NoteForm
          action={ask}
          fields={{ enrolmentId: id, week: String(week.week) }}
          clock={{ timeZone: ctx.school.timeZone, locale: ctx.school.locale }}
          note={{
            name: "message",
            label: isMove ? "Which other time would suit you?" : "When would it suit you?",
            hint: "Your message goes to the school’s booking desk, and the school gets back to you.",
            maxLength: 1000,
            optional: false,
          }}
          button={{ text: "Send to the school", pendingText: "Sending…", variant: "accent" }}
          back={{ href: back, text: "Back to the times" }}
        />
      </div>
    </>
  );
}
