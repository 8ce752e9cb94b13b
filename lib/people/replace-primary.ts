import type { Db } from "@/lib/db/in-school";
import type { FamilyId } from "@/lib/ids";

/** The shared step before somebody becomes the primary guardian: the former one steps back to being another. */
export async function replacePrimary(db: Db, familyId: FamilyId): Promise<void> {
  await db.guardian.updateMany({
    where: { familyId, kind: "PRIMARY" },
    data: { kind: "OTHER" },
  });
}
