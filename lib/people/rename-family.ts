import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { FamilyId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";

type FamilyName = { familyId: FamilyId; name: string };

export async function renameFamily(ctx: SchoolContext, input: FamilyName): Promise<void> {
  const { familyId, name } = input;
  await inSchool(ctx, async (db) => {
    const changed = await db.family.updateMany({ where: { id: familyId }, data: { name } });
    if (changed.count === 0) throw new NotFound();
    await recordAudit(db, ctx, {
      action: "people/family.renamed",
      subjectId: familyId,
      data: { name },
    });
  });
}
