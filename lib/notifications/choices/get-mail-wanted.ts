import { inSchool } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { optionalKindOf } from "../tellings/telling-kinds";

/** Whether a person gets this kind of mail now; null when the school has no such person. */
export async function getMailWanted(
  ctx: SchoolContext,
  { personId, kind }: { personId: PersonId; kind: string },
): Promise<{ wanted: boolean } | null> {
  return inSchool(ctx, async (db) => {
    if ((await db.person.count({ where: { id: personId } })) === 0) return null;
    const choice = optionalKindOf(kind);
    if (choice === null) return { wanted: true };
    return { wanted: (await db.mailOptOut.count({ where: { personId, kind: choice } })) === 0 };
  });
}
