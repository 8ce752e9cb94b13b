import { Badge, type BadgeTone } from "@/components/ui/badge";
import { CalendarClock, CircleDashed, DoorClosed, DoorOpen, type LucideIcon } from "lucide-react";
import type { BookingWindow } from "@/lib/booking/window/booking-window";
import { windowWord } from "./window-words";

const LOOKS: Record<BookingWindow["state"], { tone: BadgeTone; icon: LucideIcon }> = {
  none: { tone: "neutral", icon: CircleDashed },
  "not-yet": { tone: "info", icon: CalendarClock },
  open: { tone: "success", icon: DoorOpen },
  closed: { tone: "neutral", icon: DoorClosed },
};

export function WindowBadge({ window }: { window: BookingWindow }) {
  return <Badge {...LOOKS[window.state]}>{windowWord(window)}</Badge>;
}
