import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FamilyId, PersonId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findFamily } from "./find-family";
import { findOpenInvitations, findWithdrawn, type WithdrawnInvitation } from "./find-withdrawn";
import { settleParentRole } from "./settle-parent-role";

type GuardianOfFamily = { familyId: FamilyId; personId: PersonId };

/**
 * Ends what a guardian is to a family; the person stays known to the school, and no longer reaches
 * the family's children; who is nobody's guardian is no parent here. Returns the invitations that it withdrew.
 * Throws `Refusal("family-needs-one-primary")`.
 */
export async function removeGuardian(
  ctx: SchoolContext,
  input: GuardianOfFamily,
): Promise<WithdrawnInvitation[]> {
  const { familyId, personId } = input;
  return inSchool(ctx, async (db) => {
    await findFamily(db, familyId);
    const guardian = await db.guardian.findFirst({ where: { familyId, personId } });
    if (guardian === null) throw new NotFound();
    if (guardian.kind === "PRIMARY") throw new Refusal("family-needs-one-primary");
    const open = await findOpenInvitations(db, ctx, { personId });
    await db.guardian.deleteMany({ where: { familyId, personId } });
    await settleParentRole(db, ctx, personId);
    const data = { personId };
    await recordAudit(db, ctx, { action: "people/guardian.removed", subjectId: familyId, data });
    return findWithdrawn(db, open);
  });
}
