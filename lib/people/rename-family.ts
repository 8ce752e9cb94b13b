import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FamilyId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { findFamily } from "./find-family";
import { settleSave } from "./settle-save";
import { familyShown } from "./shown-person";

type FamilyName = { familyId: FamilyId; name: string; basedOn: BasedOn<"name"> };

/** Throws `NotFound` and `Refusal("changed-meanwhile")`. */
export async function renameFamily(
  ctx: SchoolContext,
  input: FamilyName,
): Promise<SaveOutcome<"name">> {
  const { familyId: subjectId, name, basedOn } = input;
  const action = "people/family.renamed";
  return inSchool(ctx, async (db) => {
    await findFamily(db, subjectId);
    const family = await db.family.findFirst({ where: { id: subjectId } });
    if (family === null) throw new NotFound();
    const present = familyShown(family);
    const save = { basedOn, present, wanted: familyShown(input), subjectId, actions: [action] };
    const saved = await settleSave(db, ctx, save);
    if (saved.outcome === "unchanged") return saved;
    await db.family.updateMany({ where: { id: subjectId }, data: { name } });
    await recordAudit(db, ctx, { action, subjectId, data: { name } });
    return saved;
  });
}
