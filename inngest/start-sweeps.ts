import { listSchoolsThatGiveUnbooked } from "@/lib/auth/list-schools-that-give-unbooked";
import { listSchoolsWithDueWindows } from "@/lib/auth/list-schools-with-due-windows";
import { systemContext } from "@/lib/auth/system-context";
import { announceDueWindows } from "@/lib/booking/window/announce-due-windows";
import { systemNow } from "@/lib/time/instant";
import { giveUnbooked } from "./give-unbooked";

const EVERY_MS = 30_000;

/** Tells families of every booking window that has opened by its plan; hours missed are made up. */
async function announceWindows(): Promise<void> {
  for (const schoolId of await listSchoolsWithDueWindows(systemNow())) {
    await announceDueWindows(await systemContext(schoolId));
  }
}

/** Carries out the policy for unbooked weeks wherever a window has closed; the same. */
async function giveUnbookedEverywhere(): Promise<void> {
  for (const schoolId of await listSchoolsThatGiveUnbooked()) {
    await giveUnbooked(await systemContext(schoolId));
  }
}

const SWEEPS = {
  "announce-windows": announceWindows,
  "give-unbooked": giveUnbookedEverywhere,
};

/** What is due by the clock, found in the database; until the durable engine takes it over. */
export function startSweeps(onTrouble: (sweep: string, error: unknown) => void): void {
  const sweep = () => {
    for (const [name, run] of Object.entries(SWEEPS)) {
      run().catch((error: unknown) => onTrouble(name, error));
    }
  };
  setInterval(sweep, EVERY_MS).unref();
  sweep();
}
