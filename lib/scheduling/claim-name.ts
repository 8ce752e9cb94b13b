import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { Refusal } from "@/lib/refusal";

/** Runs a whole transaction; a name that was taken in `table` becomes a refusal. */
export async function claimName<T>(table: string, transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    const rule = brokenRuleOf(error);
    if (rule?.sqlState === "23505" && rule.constraint?.startsWith(`${table}_`)) {
      throw new Refusal("name-taken");
    }
    throw error;
  }
}
