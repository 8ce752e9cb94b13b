import type { Db } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";

/** Throws `NotFound` when the school knows nobody of that id. */
export async function findPerson(db: Db, id: PersonId): Promise<void> {
  const known = await db.person.count({ where: { id, archivedAt: null } });
  if (known === 0) throw new NotFound();
}
