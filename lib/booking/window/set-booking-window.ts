import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound, Refusal } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { dateFromInstant, isoFromInstant, MINUTE_MS, type Instant } from "@/lib/time/instant";
import { windowOpened } from "../events";
import { bookingWindow, windowFactsOf } from "./booking-window";
import { windowShown, type WindowField } from "./shown-window";

export type SetBookingWindow = {
  courseId: CourseId;
  opensAt: Instant | null;
  closesAt: Instant | null;
  basedOn: BasedOn<WindowField>;
};

const action = "booking/window.set";
const actions = [action, "booking/window.closed", windowOpened.name];

/**
 * Plans when the families of a hybrid course may book; null opens or closes it never. Families are
 * told when it has opened (`announceDueWindows`), and not again while it stays open. An opening that
 * is the present one to the minute, which is all that a form shows, leaves it as it is. Throws
 * `NotFound` and `Refusal`.
 */
export async function setBookingWindow(
  ctx: SchoolContext,
  input: SetBookingWindow,
): Promise<SaveOutcome<WindowField>> {
  const { courseId, opensAt, closesAt, basedOn } = input;
  if (opensAt === null && closesAt !== null) throw new Refusal("window-needs-opening");
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    throw new Refusal("window-closes-before-opening");
  }
  return inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const course = await db.course.findFirst({ where: { id: courseId, kind: "HYBRID" } });
    if (course === null) throw new NotFound();
    const before = windowFactsOf(course);
    const present = windowShown(before, ctx.school.timeZone);
    const save = { basedOn, present, wanted: windowShown(input, ctx.school.timeZone) };
    const saved = await settleSave(db, ctx, { ...save, subjectId: courseId, actions });
    if (saved.outcome === "unchanged") return saved;
    const after = { ...before, opensAt: sameMinute(opensAt, before.opensAt), closesAt };
    const staysOpen = [before, after].every((one) => bookingWindow(one, ctx.now).state === "open");
    await db.course.updateMany({
      where: { id: courseId },
      data: {
        windowOpensAt: after.opensAt && dateFromInstant(after.opensAt),
        windowClosesAt: closesAt && dateFromInstant(closesAt),
        ...(!staysOpen && { windowAnnouncedAt: null }),
      },
    });
    const data = {
      opensAt: opensAt && isoFromInstant(opensAt),
      closesAt: closesAt && isoFromInstant(closesAt),
    };
    await recordAudit(db, ctx, { action, subjectId: courseId, data });
    return saved;
  });
}

/** The stored moment where the wanted one is the same minute. */
function sameMinute(wanted: Instant | null, stored: Instant | null): Instant | null {
  if (wanted === null || stored === null) return wanted;
  return Math.floor(wanted / MINUTE_MS) === Math.floor(stored / MINUTE_MS) ? stored : wanted;
}
