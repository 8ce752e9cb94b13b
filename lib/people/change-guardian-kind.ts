import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FamilyId, PersonId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { findFamily } from "./find-family";
import { findOpenInvitations, findWithdrawn, type WithdrawnInvitation } from "./find-withdrawn";
import type { GuardianKind } from "./people.schema";
import { replacePrimary } from "./replace-primary";
import { settleParentRole } from "./settle-parent-role";
import { settleSave } from "./settle-save";
import { guardianShown } from "./shown-person";

type GuardianChange = {
  familyId: FamilyId;
  personId: PersonId;
  kind: GuardianKind;
  basedOn: BasedOn<"kind">;
};

/** With the invitations that it withdrew: of a new primary's predecessor, too. */
type KindSaved = SaveOutcome<"kind"> & { withdrawn: WithdrawnInvitation[] };

const action = "people/guardian.changed";

/**
 * Makes a guardian the primary, another or an emergency contact. A new primary takes the place of
 * the former; the primary alone cannot step back. An emergency contact is data only and no parent
 * through this family. Throws `Refusal("family-needs-one-primary")` and `Refusal("changed-meanwhile")`.
 */
export async function changeGuardianKind(
  ctx: SchoolContext,
  input: GuardianChange,
): Promise<KindSaved> {
  const { familyId, personId, kind, basedOn } = input;
  return inSchool(ctx, async (db) => {
    await findFamily(db, familyId);
    const guardian = await db.guardian.findFirst({ where: { familyId, personId } });
    if (guardian === null) throw new NotFound();
    const save = { basedOn, present: guardianShown(guardian), wanted: guardianShown(input) };
    const saved = await settleSave(db, ctx, { ...save, subjectId: familyId, actions: [action] });
    if (saved.outcome === "unchanged") return { ...saved, withdrawn: [] };
    if (guardian.kind === "PRIMARY") throw new Refusal("family-needs-one-primary");
    const open = await findOpenInvitations(db, ctx, { familyId });
    if (kind === "PRIMARY") await replacePrimary(db, familyId);
    await db.guardian.updateMany({ where: { familyId, personId }, data: { kind } });
    await settleParentRole(db, ctx, personId);
    const data = { personId, kind };
    await recordAudit(db, ctx, { action, subjectId: familyId, data });
    return { ...saved, withdrawn: await findWithdrawn(db, open) };
  });
}
