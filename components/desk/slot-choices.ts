import type { Slot } from "@/lib/booking/slots/slots";
import { formatDay, formatTime } from "@/lib/time/format";
import { isoFromInstant } from "@/lib/time/instant";
import type { TimeZone } from "@/lib/time/zone";

/** Free starts as choices of a form. */
export function slotChoices(slots: readonly Slot[], locale: string, zone: TimeZone) {
  return slots.map((slot) => ({
    value: isoFromInstant(slot.startsAt),
    label: formatTime(slot.startsAt, zone, locale),
    description: `${formatDay(slot.day, locale, "short")}, ${slot.roomName}`,
  }));
}
