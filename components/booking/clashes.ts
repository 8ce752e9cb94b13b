import type { Clash } from "@/lib/booking/get-clash-refusal";
import type { BookedWeek } from "@/lib/booking/list-family-bookings";

/** The weeks among them that are booked already. */
export function bookedOf(clashes: readonly Clash[]): BookedWeek[] {
  return clashes.flatMap(({ booked }) => booked ?? []);
}

/** What clashed and the nearest free starts, out of a refusal's details; none when it names none. */
export function clashesOf(details: Record<string, unknown> | undefined): Clash[] {
  const clashes = details?.["clashes"];
  return Array.isArray(clashes) ? (clashes as Clash[]) : [];
}
