import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { Refusal } from "@/lib/refusal";

/**
 * What a constraint of the database kept out, in the words of its rule: the last word where the checks
 * under the locks had not been asked, as with one request key for two students at the same moment.
 */
export function refuseBrokenRule(error: unknown): never {
  switch (brokenRuleOf(error)?.constraint) {
    case "request_pkey":
      throw new Refusal("request-key-reused");
    case "booking_one_live_per_week":
      throw new Refusal("week-already-booked");
    case "reservation_no_overlap":
      throw new Refusal("slot-taken");
    default:
      throw error;
  }
}
