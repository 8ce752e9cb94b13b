import { inSchool } from "@/lib/db/in-school";
import { owe, recordAudit } from "@/lib/events/record";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { mailOwed } from "../events";

/**
 * Owes a mail once more that could not be sent. If it was only in doubt it may arrive twice, so a person
 * decides. Throws `NotFound` and `Refusal`.
 */
export async function sendMailAgain(
  ctx: SchoolContext,
  { deliveryId }: { deliveryId: string },
): Promise<void> {
  await inSchool(ctx, async (db) => {
    const where = { id: deliveryId };
    const delivery = await db.delivery.findFirst({
      where,
      select: { kind: true, lastError: true },
    });
    if (delivery === null) throw new NotFound();
    const { count } = await db.delivery.updateMany({
      where: { ...where, state: "FAILED" },
      data: { state: "PENDING", inDoubtSince: null },
    });
    if (count === 0) throw new Refusal("mail-not-failed");
    await owe(db, ctx, { event: mailOwed, data: [{ deliveryId }] });
    const action = "notifications/mail.sent-again";
    await recordAudit(db, ctx, { action, subjectId: deliveryId, data: delivery });
  });
}
