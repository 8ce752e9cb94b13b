import { inSchool } from "@/lib/db/in-school";
import { owe, recordAudit } from "@/lib/events/record";
import type { EnrolmentId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound } from "@/lib/refusal";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import { enrolmentOpened } from "@/lib/scheduling/events";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { dateFromInstant, instantFromDate, isoFromInstant, type Instant } from "@/lib/time/instant";
import { actorIdOf } from "../get-booking-facts";
import { bookUntilShown } from "./shown-window";

export type SetBookUntil = {
  enrolmentId: EnrolmentId;
  bookUntil: Instant | null;
  basedOn: BasedOn<"bookUntil">;
};

const action = "booking/book-until.set";

/**
 * Lets one enrolment book later than the course's window, and tells its family; null takes it back. Throws `NotFound` and
 * `Refusal("changed-meanwhile")`.
 */
export async function setBookUntil(
  ctx: SchoolContext,
  { enrolmentId: subjectId, bookUntil, basedOn }: SetBookUntil,
): Promise<SaveOutcome<"bookUntil">> {
  const { timeZone } = ctx.school;
  return inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const where = { id: subjectId, courseKind: "HYBRID" as const };
    const enrolment = await db.enrolment.findFirst({ where });
    if (enrolment === null) throw new NotFound();
    const before = enrolment.bookUntil && instantFromDate(enrolment.bookUntil);
    const saved = await settleSave(db, ctx, {
      ...{ basedOn, subjectId, actions: [action] },
      present: bookUntilShown(before, timeZone),
      wanted: bookUntilShown(bookUntil, timeZone),
    });
    if (saved.outcome === "unchanged") return saved;
    const data = { bookUntil: bookUntil === null ? null : dateFromInstant(bookUntil) };
    await db.enrolment.updateMany({ where, data });
    await recordAudit(db, ctx, {
      ...{ action, subjectId },
      data: { bookUntil: bookUntil === null ? null : isoFromInstant(bookUntil) },
    });
    if (bookUntil !== null) {
      const opened = { enrolmentId: subjectId, actorId: actorIdOf(ctx) };
      await owe(db, ctx, { event: enrolmentOpened, data: [opened] });
    }
    return saved;
  });
}
