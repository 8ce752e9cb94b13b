import { Printer } from "lucide-react";
import type { Metadata } from "next";
import { DeskRequests } from "@/components/desk/desk-requests";
import { DeskTable } from "@/components/desk/desk-table";
import { FlashMessage } from "@/components/shell/flash-message";
import { TermSelect } from "@/components/scheduling/term-select";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getBookingDesk } from "@/lib/booking/desk/get-booking-desk";
import { listDeskRequests } from "@/lib/booking/desk/list-desk-requests";
import { readFlash } from "@/lib/flash";
import { parseId, type TermId } from "@/lib/ids";
import { answerRequest } from "./actions";

export const metadata: Metadata = { title: "Booking desk" };

const DONE = {
  answered: {
    tone: "success",
    title: "Reply sent and the request closed.",
    text: "The family reads it on their home page.",
  },
} as const;

type DeskPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<{ term?: string }>;
};

export default async function DeskPage({ params, searchParams }: DeskPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const termId = parseId<TermId>(String((await searchParams).term ?? ""));
  const desk = await getBookingDesk(ctx, { termId });
  const requests = desk.openRequests > 0 ? await listDeskRequests(ctx) : [];
  const { locale, timeZone } = ctx.school;
  const base = `/${slug}/admin`;
  return (
    <>
      <PageHeader
        title="Booking desk"
        lead={
          desk.term
            ? `${desk.term.name}: who has booked, and who has not.`
            : "There is no term yet."
        }
        actions={
          <ButtonLink href={`${base}/desk/print`}>
            <Printer aria-hidden="true" className="size-5" />
            Print the week
          </ButtonLink>
        }
      />
      <FlashMessage flash={await readFlash()} texts={DONE} className="mb-4" />
      <div className="grid gap-6">
        <DeskRequests {...{ requests, base, locale, timeZone }} answer={answerRequest} />
        <TermSelect action={`${base}/desk`} terms={desk.terms} current={desk.term?.id ?? null} />
        <DeskTable courses={desk.courses} base={base} locale={locale} timeZone={timeZone} />
      </div>
    </>
  );
}
