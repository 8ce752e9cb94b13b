import { asSystem } from "@/lib/db/system";
import type { SchoolId } from "@/lib/ids";

/** The schools whose policy gives a slot for what is not booked when the window closes. */
export async function listSchoolsThatGiveUnbooked(): Promise<SchoolId[]> {
  const rows = await asSystem((db) =>
    db.school.findMany({ where: { unbookedPolicy: "NEAREST" }, select: { id: true } }),
  );
  return rows.map(({ id }) => id as SchoolId);
}
