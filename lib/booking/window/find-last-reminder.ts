import type { Db } from "@/lib/db/in-school";
import { HOUR_MS, instantFromDate, type Instant } from "@/lib/time/instant";
import { nameOf } from "../desk/load-desk-courses";
import { unbookedReminded } from "../events";

/** When the families of a course were last reminded, and by whom, where that is known. */
export type LastReminder = { at: Instant; by: string | null };

/** How long one reminder is enough. */
const PAUSE_MS = HOUR_MS;

export function isTooSoon({ at }: LastReminder, now: Instant): boolean {
  return now - at < PAUSE_MS;
}

/** The latest reminder of a course by hand; null where there was none. */
export async function findLastReminder(db: Db, courseId: string): Promise<LastReminder | null> {
  const last = await db.auditEntry.findFirst({
    where: { subjectId: courseId, action: unbookedReminded.name },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actorId: true },
  });
  if (last === null) return null;
  const { actorId } = last;
  const by = actorId && (await db.person.findFirst({ where: { id: actorId } }));
  return { at: instantFromDate(last.at), by: by ? nameOf(by) : null };
}
