import type { Db } from "@/lib/db/in-school";
import type { FamilyId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";

/**
 * The family, locked until the transaction ends, so that two changes of its people follow each
 * other. Throws `NotFound`.
 */
export async function findFamily(db: Db, familyId: FamilyId): Promise<void> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM family
     WHERE school_id = current_school() AND id = ${familyId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFound();
}
