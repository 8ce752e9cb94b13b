import type { Instant } from "@/lib/time/instant";

export type HistoryCause = "CLOSURE" | "WEEK_PLAN" | "SCHOOL" | "FAMILY" | "ENROLMENT";

/** One step in the life of a booking, as staff read it. */
export type HistoryStep = {
  at: Instant;
  /** Who did it; null is the program, by a rule of the school. */
  by: string | null;
  /** Why the notice rule or the gap was overridden: for staff only. */
  overrideReason: string | null;
} & (
  | { what: "booked" }
  | { what: "moved"; from: Instant; to: Instant }
  /** `note` is what the family reads, or wrote. */
  | { what: "cancelled"; cause: HistoryCause; note: string | null }
);
