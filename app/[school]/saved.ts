import { refresh } from "next/cache";
import type { SaveOutcome, Shown } from "@/lib/values/shown-record";

/** What a save of a whole form hands back: the sentence, and the record as the next save finds it. */
export function saved(
  { outcome, stands }: SaveOutcome,
  message = "Saved.",
): { message: string; result: { stands: Shown } } {
  refresh();
  const unchanged = "Nothing was changed. These are the current values.";
  return { message: outcome === "saved" ? message : unchanged, result: { stands } };
}
