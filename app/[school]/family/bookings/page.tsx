import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FlashMessage } from "@/components/shell/flash-message";
import { BookingItem } from "@/components/booking/booking-item";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { requireMember } from "@/lib/auth/session";
import { listFamilyBookings } from "@/lib/booking/list-family-bookings";
import { listBookings } from "@/lib/booking/list-bookings";
import { readFlash } from "@/lib/flash";
import { parseId, type BookingId } from "@/lib/ids";
import { getOwnMailOutcome } from "@/lib/notifications/get-mail-outcome";
import { ownMailText } from "@/lib/notifications/tellings/notified-words";
import type { SchoolContext } from "@/lib/school-context";
import { numberOf, type Search } from "../found";

export const metadata: Metadata = { title: "Bookings" };

const PAGE_SIZE = 20;

/** All of them, with what becomes of the email about it. */
async function allBooked(ctx: SchoolContext) {
  const text = ownMailText(await getOwnMailOutcome(ctx, "booking-confirmed"));
  return { tone: "success", title: "All booked.", text } as const;
}

type BookingsProps = { params: Promise<{ school: string }>; searchParams: Promise<Search> };

export default async function BookingsPage({ params, searchParams }: BookingsProps) {
  const { school: slug } = await params;
  const asked = await searchParams;
  const ctx = await requireMember(slug, "family:area");
  const view = asked["view"] === "past" ? "past" : "ahead";
  const page = numberOf(asked["page"]) ?? 1;
  const { bookings, more } = await listFamilyBookings(ctx, { view, page, pageSize: PAGE_SIZE });
  const flash = await readFlash();
  const stillBooked = flash !== null && (await areLive(ctx, flash.ids));
  const base = `/${slug}/family`;
  const here = `${base}/bookings`;
  if (bookings.length === 0 && page > 1) redirect(`${here}?view=${view}`);
  const pageHref = (number: number) => `${here}?view=${view}&page=${number}`;
  return (
    <>
      <PageHeader title="Bookings" lead="The individual lessons of all your children." />
      <div className="grid max-w-3xl gap-4">
        <FlashMessage flash={flash} texts={{ booked: stillBooked ? await allBooked(ctx) : null }} />
        <TabLinks
          label="Which bookings"
          tabs={[
            { href: here, label: "Ahead", current: view === "ahead" },
            { href: `${here}?view=past`, label: "Past and cancelled", current: view === "past" },
          ]}
        />
        {bookings.length === 0 ? (
          <Empty base={base} view={view} />
        ) : (
          <ul className="grid gap-2">
            {bookings.map((booking) => (
              <BookingItem
                key={booking.id}
                {...{ base, booking }}
                clock={ctx.school}
                now={ctx.now}
              />
            ))}
          </ul>
        )}
        <Pagination
          label="Pages of bookings"
          summary={`Page ${page}`}
          previousHref={page > 1 ? pageHref(page - 1) : undefined}
          nextHref={more ? pageHref(page + 1) : undefined}
        />
      </div>
    </>
  );
}

/** Whether all of these are booked now: another parent may have been here since. */
async function areLive(ctx: SchoolContext, ids: readonly string[]): Promise<boolean> {
  const known = ids.flatMap((id) => parseId<BookingId>(id) ?? []);
  const bookings = await listBookings(ctx, { ids: known, limit: known.length });
  return (
    ids.length > 0 && bookings.filter(({ state }) => state === "CONFIRMED").length === ids.length
  );
}

function Empty({ base, view }: { base: string; view: "ahead" | "past" }) {
  if (view === "past") {
    return (
      <EmptyState character="liam" title="Nothing here yet">
        Lessons that have taken place or were cancelled show here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      character="alice"
      title="No lesson is booked"
      action={
        <ButtonLink href={base} variant="primary">
          See what is to book
        </ButtonLink>
      }
    >
      Booked lessons show here.
    </EmptyState>
  );
}
