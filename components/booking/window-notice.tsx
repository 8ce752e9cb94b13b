import type { BookingWindow } from "@/lib/booking/window/booking-window";
import { CallLink } from "../family/call-link";
import { Alert } from "../ui/alert";
import { whenText, type SchoolClock } from "./lesson-words";

type WindowNoticeProps = { window: BookingWindow; clock: SchoolClock; phone: string | null };

/** Why nothing can be booked now; nothing while the window is open. */
export function WindowNotice({ window, clock, phone }: WindowNoticeProps) {
  switch (window.state) {
    case "open":
      return null;
    case "none":
      return (
        <Alert tone="info" title="Booking is not open yet">
          You can choose a time here as soon as it opens.
        </Alert>
      );
    case "not-yet":
      return (
        <Alert tone="info" title={`Booking opens ${whenText(clock, window.opensAt)}`}>
          You can choose a time here as soon as it opens.
        </Alert>
      );
    case "closed":
      return (
        <Alert tone="warning" title={`Booking closed ${whenText(clock, window.closedAt)}`}>
          To book now, please call the school{phone === null ? "" : <CallLink phone={phone} />}.
        </Alert>
      );
  }
}
