import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { TermId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { claimName } from "./claim-name";
import { termShown } from "./shown-places";

export type TermName = { termId: TermId; name: string; basedOn: BasedOn<"name"> };

const action = "scheduling/term.renamed";

/**
 * Only the name: week plans and lessons hang on a term's days. Throws `NotFound` and `Refusal`: the name
 * is taken, or somebody changed it meanwhile.
 */
export async function renameTerm(
  ctx: SchoolContext,
  { termId: subjectId, name, basedOn }: TermName,
): Promise<SaveOutcome<"name">> {
  return claimName("term", () =>
    inSchool(ctx, async (db) => {
      await db.$queryRaw`
        SELECT id FROM term
         WHERE school_id = current_school() AND id = ${subjectId}::uuid FOR UPDATE`;
      const term = await db.term.findFirst({ where: { id: subjectId } });
      if (term === null) throw new NotFound();
      const save = { basedOn, present: termShown(term), wanted: termShown({ name }) };
      const saved = await settleSave(db, ctx, { ...save, subjectId, actions: [action] });
      if (saved.outcome === "unchanged") return saved;
      await db.term.updateMany({ where: { id: subjectId }, data: { name } });
      await recordAudit(db, ctx, { action, subjectId, data: { name } });
      return saved;
    }),
  );
}
