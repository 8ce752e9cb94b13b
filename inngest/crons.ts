import { cleanUpExpired } from "@/lib/auth/clean-up-expired";
import { listSchoolsDue } from "@/lib/auth/list-schools-due";
import { systemContext } from "@/lib/auth/system-context";
import { REMINDER_HOURS, remindLessons } from "@/lib/booking/remind-lessons";
import { announceDueWindows } from "@/lib/booking/window/announce-due-windows";
import { MARK_HOURS } from "@/lib/booking/window/deadline-marks";
import { remindDeadlines } from "@/lib/booking/window/remind-deadlines";
import { redriveForgotten } from "@/lib/events/job-runs";
import { pokeRelay } from "@/lib/events/relay-signal";
import type { SchoolId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { systemNow } from "@/lib/time/instant";
import { defineCron, type Cron } from "./define-job";
import { giveUnbooked } from "./give-unbooked";

const EVERY_MINUTE = "* * * * *";

/** Every function of the clock. */
export const crons: readonly Cron[] = [
  defineCron({ id: "heartbeat", cron: EVERY_MINUTE, run: async () => undefined }),
  defineCron({
    id: "announce-windows",
    cron: EVERY_MINUTE,
    run: () => inEach(listSchoolsDue.windowOpened(systemNow()), announceDueWindows),
  }),
  defineCron({
    id: "settle-unbooked",
    cron: EVERY_MINUTE,
    run: () => inEach(listSchoolsDue.unbooked(systemNow()), giveUnbooked),
  }),
  defineCron({
    id: "remind-lessons",
    cron: EVERY_MINUTE,
    run: () => inEach(listSchoolsDue.lessonReminder(systemNow(), REMINDER_HOURS), remindLessons),
  }),
  defineCron({
    id: "remind-deadlines",
    cron: EVERY_MINUTE,
    run: () =>
      inEach(listSchoolsDue.windowClosing(systemNow(), Math.max(...MARK_HOURS)), remindDeadlines),
  }),
  defineCron({
    id: "redrive-forgotten",
    cron: "*/5 * * * *",
    run: async () => void (await redriveForgotten(systemNow())),
  }),
  defineCron({ id: "clean-up", cron: "17 * * * *", run: () => cleanUpExpired(systemNow()) }),
];

/** One school after the other: what fails in one is in no other's way, and is told at the end. */
async function inEach(
  due: Promise<readonly SchoolId[]>,
  work: (ctx: SchoolContext) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const schoolId of await due) {
    try {
      await work(await systemContext(schoolId));
    } catch (error) {
      failures.push(error);
    }
  }
  pokeRelay();
  if (failures.length > 0) throw new AggregateError(failures, reasons(failures));
}

function reasons(failures: readonly unknown[]): string {
  const first = failures[0] instanceof Error ? failures[0].message : "unknown";
  return `failed in ${failures.length} schools, first: ${first}`;
}
