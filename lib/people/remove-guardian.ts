import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FamilyId, PersonId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findFamily } from "./find-family";
import { recordWithdrawal } from "./record-withdrawal";
import { settleParentRole } from "./settle-parent-role";

type GuardianOfFamily = { familyId: FamilyId; personId: PersonId };

/**
 * Ends what a guardian is to a family; the person stays known to the school, and no longer reaches
 * the family's children; who is nobody's guardian is no parent here.
 * Throws `Refusal("family-needs-one-primary")`.
 */
export async function removeGuardian(ctx: SchoolContext, input: GuardianOfFamily): Promise<void> {
  const { familyId, personId } = input;
  await inSchool(ctx, async (db) => {
    await findFamily(db, familyId);
    const guardian = await db.guardian.findFirst({ where: { familyId, personId } });
    if (guardian === null) throw new NotFound();
    if (guardian.kind === "PRIMARY") throw new Refusal("family-needs-one-primary");
    await recordWithdrawal(db, ctx, personId);
    await db.guardian.deleteMany({ where: { familyId, personId } });
    await settleParentRole(db, ctx, personId);
    const data = { personId };
    await recordAudit(db, ctx, { action: "people/guardian.removed", subjectId: familyId, data });
  });
}
