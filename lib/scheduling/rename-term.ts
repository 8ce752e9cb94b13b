import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { TermId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { claimName } from "./claim-name";

export type TermName = { termId: TermId; name: string };

/** Only the name: week plans and lessons hang on a term's days. */
export async function renameTerm(ctx: SchoolContext, { termId, name }: TermName): Promise<void> {
  await claimName("term", () =>
    inSchool(ctx, async (db) => {
      const { count } = await db.term.updateMany({ where: { id: termId }, data: { name } });
      if (count === 0) throw new NotFound();
      const action = "scheduling/term.renamed";
      await recordAudit(db, ctx, { action, subjectId: termId, data: { name } });
    }),
  );
}
