import { inSchool } from "@/lib/db/in-school";
import { parseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { findWithdrawn, type WithdrawnInvitation } from "./find-withdrawn";

/** Of these invitations the withdrawn ones, for a page that an action has led to. */
export async function listWithdrawn(
  ctx: SchoolContext,
  ids: readonly string[],
): Promise<WithdrawnInvitation[]> {
  const known = ids.map((id) => parseId(id)).filter((id) => id !== null);
  return inSchool(ctx, (db) => findWithdrawn(db, known));
}
