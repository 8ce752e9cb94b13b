import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import { newId, type EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";

export type SettleUnbooked = {
  enrolmentIds: readonly EnrolmentId[];
  /** The weeks for which no slot was left: each becomes a work item on the booking desk, once. */
  withoutSlot: readonly { enrolmentId: string; week: number }[];
};

/** Marks the policy for unbooked weeks as carried out for these enrolments. */
export async function settleUnbooked(ctx: SchoolContext, input: SettleUnbooked): Promise<void> {
  const { enrolmentIds, withoutSlot } = input;
  const now = dateFromInstant(ctx.now);
  await inSchool(ctx, async (db) => {
    await db.deskRequest.createMany({
      data: withoutSlot.map(({ enrolmentId, week }) => ({
        id: newId(),
        kind: "UNBOOKED" as const,
        enrolmentId,
        week,
        createdAt: now,
      })),
      skipDuplicates: true,
    });
    await db.enrolment.updateMany({
      where: { id: { in: [...enrolmentIds] } },
      data: { unbookedSettledAt: now },
    });
    for (const { enrolmentId, week } of withoutSlot) {
      await recordAudit(db, ctx, {
        action: "booking/unbooked.without-slot",
        subjectId: enrolmentId,
        data: { week },
      });
    }
  });
}
