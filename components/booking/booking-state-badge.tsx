import { CalendarX2, CircleCheck, CircleSlash, Music } from "lucide-react";
import type { BookingState } from "@/lib/booking/entitlement";
import { Badge, type BadgeTone } from "../ui/badge";

type Look = { text: string; tone: BadgeTone; icon: typeof Music };

const LOOKS = {
  CONFIRMED: { text: "Booked", tone: "success", icon: CircleCheck },
  CANCELLED: { text: "Cancelled", tone: "danger", icon: CalendarX2 },
  COMPLETED: { text: "Completed", tone: "neutral", icon: Music },
  NO_SHOW: { text: "Missed", tone: "warning", icon: CircleSlash },
} satisfies Record<BookingState, Look>;

const OVER = { text: "Over", tone: "neutral", icon: Music } satisfies Look;

type BookingStateBadgeProps = {
  state: BookingState;
  /** Whether the lesson's time has passed, before the roll was called. */
  over: boolean;
};

export function BookingStateBadge({ state, over }: BookingStateBadgeProps) {
  const { text, tone, icon } = over && state === "CONFIRMED" ? OVER : LOOKS[state];
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  );
}
