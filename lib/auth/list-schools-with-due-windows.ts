import { asSystem } from "@/lib/db/system";
import type { SchoolId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";

/** The schools in which a booking window has opened and nobody has been told yet. */
export async function listSchoolsWithDueWindows(at: Instant): Promise<SchoolId[]> {
  const now = dateFromInstant(at);
  const rows = await asSystem((db) =>
    db.course.groupBy({
      by: ["schoolId"],
      where: {
        windowOpensAt: { lte: now },
        windowAnnouncedAt: null,
        OR: [{ windowClosesAt: null }, { windowClosesAt: { gt: now } }],
        archivedAt: null,
      },
    }),
  );
  return rows.map(({ schoolId }) => schoolId as SchoolId);
}
