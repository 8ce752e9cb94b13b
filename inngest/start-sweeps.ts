import { listSchoolsWithDueWindows } from "@/lib/auth/list-schools-with-due-windows";
import { systemContext } from "@/lib/auth/system-context";
import { announceDueWindows } from "@/lib/booking/window/announce-due-windows";
import { systemNow } from "@/lib/time/instant";

const EVERY_MS = 30_000;

/** Tells families of every booking window that has opened by its plan; hours missed are made up. */
async function announceWindows(): Promise<void> {
  for (const schoolId of await listSchoolsWithDueWindows(systemNow())) {
    await announceDueWindows(await systemContext(schoolId));
  }
}

/** What is due by the clock, found in the database; until the durable engine takes it over. */
export function startSweeps(onTrouble: (sweep: string, error: unknown) => void): void {
  const sweep = () => {
    announceWindows().catch((error: unknown) => onTrouble("announce-windows", error));
  };
  setInterval(sweep, EVERY_MS).unref();
  sweep();
}
