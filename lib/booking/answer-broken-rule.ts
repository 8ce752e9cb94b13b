import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { Refusal } from "@/lib/refusal";
import type { WriteAnswer } from "./write-answer";

/**
 * What the database kept out where the checks under the locks had not seen it. An overlap is decided
 * again on fresh facts: a rival may only have had the room, and another one is free. One request key for
 * two students at the same moment is refused in the words of its rule. Anything else is thrown on.
 */
export function answerBrokenRule(error: unknown): WriteAnswer {
  switch (brokenRuleOf(error)?.constraint) {
    case "reservation_no_overlap":
      return { status: "stale" };
    case "request_pkey":
      throw new Refusal("request-key-reused");
    case "booking_one_live_per_week":
      throw new Refusal("week-already-booked");
    default:
      throw error;
  }
}
