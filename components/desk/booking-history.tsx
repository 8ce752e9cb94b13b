import type { DeskBookingView } from "@/lib/booking/desk/get-desk-booking";
import { formatDateTime } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import type { TimeZone } from "@/lib/time/zone";

type BookingHistoryProps = { booking: DeskBookingView; locale: string; timeZone: TimeZone };

export function BookingHistory({ booking, locale, timeZone }: BookingHistoryProps) {
  const at = (instant: Instant) => formatDateTime(instant, timeZone, locale);
  return (
    <section>
      <h3 className="mb-1 text-lg">History</h3>
      <ol className="grid gap-1 text-sm">
        <li>{at(booking.bookedAt)}: booked</li>
        {booking.moves.map((move) => (
          <li key={move.movedAt}>
            {at(move.movedAt)}: moved from {at(move.fromStartsAt)} to {at(move.toStartsAt)}
            {move.reason ? ` (${move.reason})` : ""}
          </li>
        ))}
        {booking.cancelledAt === null ? null : <li>{at(booking.cancelledAt)}: cancelled</li>}
      </ol>
    </section>
  );
}
