import type { BookingId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";

/** What the SQL functions that write bookings answer (prisma/migrations, booking functions). */
export type WriteAnswer =
  | { status: "done" | "repeated"; bookingIds: BookingId[] }
  | { status: "stale" | "changed" | "key-reused" }
  | { status: "clash"; clashes: { week: number; code: LastClash }[] };

/** Seen only under the locks, after the rules had said yes. */
export type LastClash = "already-booked" | "teacher-busy" | "student-busy" | "no-room";

const MOST_TRIES = 8;

/**
 * Decides and writes until the facts were not older than the schedule: an admin's change in between
 * makes a write 'stale', and it is decided again on fresh facts.
 */
export async function untilFresh<T>(attempt: () => Promise<T | "stale">): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const result = await attempt();
    if (result !== "stale") return result;
  }
  throw new Refusal("schedule-busy");
}
