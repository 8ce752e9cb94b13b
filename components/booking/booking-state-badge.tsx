import { CalendarX2, CircleCheck, CircleSlash, Music } from "lucide-react";
import type { BookingState } from "@/lib/booking/entitlement";
import { Badge, type BadgeTone } from "../ui/badge";

const LOOKS = {
  CONFIRMED: { text: "Booked", tone: "success", icon: CircleCheck },
  CANCELLED: { text: "Cancelled", tone: "danger", icon: CalendarX2 },
  COMPLETED: { text: "Taken place", tone: "neutral", icon: Music },
  NO_SHOW: { text: "Missed", tone: "warning", icon: CircleSlash },
} satisfies Record<BookingState, { text: string; tone: BadgeTone; icon: typeof Music }>;

export function BookingStateBadge({ state }: { state: BookingState }) {
  const { text, tone, icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}
