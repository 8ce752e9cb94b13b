import { MapPin } from "lucide-react";
import Link from "next/link";
import type { FamilyBooking } from "@/lib/booking/list-family-bookings";
import { formatTimeRange } from "@/lib/time/format";
import type { Instant } from "@/lib/time/instant";
import { Icon } from "../ui/icon";
import { BookingStateBadge } from "./booking-state-badge";
import { cancelledText } from "./booking-history";
import { whenText, type SchoolClock } from "./lesson-words";

type BookingItemProps = {
  base: string;
  clock: SchoolClock;
  now: Instant;
  booking: FamilyBooking;
};

/** One booking in a list; the whole card leads to it. */
export function BookingItem({ base, clock, now, booking }: BookingItemProps) {
  const { studentName, courseName, teacherName, cancelled } = booking;
  const day = whenText(clock, booking.startsAt).split(",")[0];
  return (
    <li className="relative grid gap-1.5 rounded-card bg-surface-raised p-4 has-[a:hover]:bg-surface-sunken">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className={cancelled ? "font-bold text-ink-soft line-through" : "font-bold"}>
          {day}, {formatTimeRange(booking, clock.timeZone, clock.locale)}
        </p>
        <BookingStateBadge state={booking.state} over={booking.endsAt <= now} />
      </div>
      <p>
        <Link
          href={`${base}/bookings/${booking.id}`}
          prefetch={false}
          className="font-bold text-primary-strong underline underline-offset-4 before:absolute before:inset-0 before:rounded-card"
        >
          {studentName}
        </Link>
        {" · "}
        {courseName} with {teacherName}, week {booking.week}
      </p>
      {cancelled ? (
        <p className="text-sm text-ink-soft">{cancelledText(clock, cancelled)}</p>
      ) : (
        <p className="flex items-center gap-1.5 text-sm text-ink-soft">
          <Icon icon={MapPin} className="size-4" />
          {booking.roomName}, {booking.locationName}
        </p>
      )}
    </li>
  );
}
