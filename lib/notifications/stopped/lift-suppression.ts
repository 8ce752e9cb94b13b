import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

/**
 * Lets mail go to an address again: it was corrected, or its reader asked for it. Pressed twice it is
 * lifted once. Mail that was stopped meanwhile is not sent after all.
 */
export async function liftSuppression(ctx: SchoolContext, id: string): Promise<void> {
  const { actor } = ctx;
  await inSchool(ctx, async (db) => {
    const lifted = await db.mailSuppression.updateMany({
      where: { id, liftedAt: null },
      data: {
        liftedAt: dateFromInstant(ctx.now),
        liftedById: actor.kind === "member" ? actor.personId : null,
      },
    });
    if (lifted.count === 0) {
      if ((await db.mailSuppression.count({ where: { id } })) === 0) throw new NotFound();
      return;
    }
    const data = { suppressionId: id };
    await recordAudit(db, ctx, { action: "notifications/mail.resumed", subjectId: id, data });
  });
}
