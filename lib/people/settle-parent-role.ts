import type { Db } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { endRole, giveRole } from "./change-role";

/** The shared step after every change of guardians: a parent is who is a guardian of some family. */
export async function settleParentRole(
  db: Db,
  ctx: SchoolContext,
  personId: PersonId,
): Promise<void> {
  const families = await db.guardian.count({ where: { personId, kind: { not: "EMERGENCY" } } });
  const change = families > 0 ? giveRole : endRole;
  await change(db, ctx, { personId, role: "PARENT" });
}
