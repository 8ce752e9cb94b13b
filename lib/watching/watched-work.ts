import { log } from "@/lib/log";
import { withSpan } from "./with-span";

/** Work of the program itself as a span, and a line where it fails. Throws what the work throws. */
export async function watchedWork<T>(
  name: "job" | "cron",
  ids: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await withSpan(name, ids, work);
  } catch (error) {
    log.warn({ ...ids, err: error }, `${name} failed`);
    throw error;
  }
}
