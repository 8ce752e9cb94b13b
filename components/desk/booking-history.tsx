import type { HistoryCause, HistoryStep } from "@/lib/booking/desk/desk-history";
import type { DeskBookingView } from "@/lib/booking/desk/get-desk-booking";
import { formatDateTime } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { TimeZone } from "@/lib/time/zone";

type BookingHistoryProps = { booking: DeskBookingView; locale: string; timeZone: TimeZone };

const CAUSES: Record<HistoryCause, string> = {
  CLOSURE: " because of a closure",
  WEEK_PLAN: " because the week plan changed",
  ENROLMENT: " because the enrolment ended",
  FAMILY: "",
  SCHOOL: "",
};

/** What happened to a booking, oldest first: who, when, and why where rules were overridden. */
export function BookingHistory({ booking, locale, timeZone }: BookingHistoryProps) {
  const at = (instant: Instant) => formatDateTime(instant, timeZone, locale);
  return (
    <section>
      <h3 className="mb-2 text-lg">History</h3>
      <ol className="grid gap-3 border-l-4 border-line pl-4">
        {booking.history.map((step) => (
          <li key={`${step.what} ${step.at}`} className="wrap-anywhere">
            <p className="text-sm text-ink-soft">{at(step.at)}</p>
            <p>{stepText(step, at)}</p>
            {step.what === "cancelled" && step.note !== null ? (
              <p className="text-ink-soft">Note: “{step.note}”</p>
            ) : null}
            {step.overrideReason === null ? null : (
              <p className="text-ink-soft">Rules overridden: “{step.overrideReason}”</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepText(step: HistoryStep, at: (instant: Instant) => string): string {
  const by = step.by === null ? " automatically" : ` by ${step.by}`;
  switch (step.what) {
    case "booked":
      return `Booked${by}`;
    case "moved":
      return `Moved${by} from ${at(step.from)} to ${at(step.to)}`;
    case "cancelled":
      return `Cancelled${by}${CAUSES[step.cause]}`;
  }
}
