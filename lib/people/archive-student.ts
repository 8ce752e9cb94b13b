import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { PersonId, StudentId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dateFromInstant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { endRole } from "./change-role";
import { findOpenInvitations, findWithdrawn, type WithdrawnInvitation } from "./find-withdrawn";

type StudentArchive = { studentId: StudentId; archived: boolean };

/**
 * Takes a student off the school's lists, or puts them back; nothing is deleted. Whoever signs in as
 * a student no longer does; put back they can be invited anew. Returns the invitations that it withdrew.
 * Throws `Refusal("still-enrolled")` while an enrolment runs or lies ahead.
 */
export async function archiveStudent(
  ctx: SchoolContext,
  input: StudentArchive,
): Promise<WithdrawnInvitation[]> {
  const { studentId, archived } = input;
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  return inSchool(ctx, async (db) => {
    const student = await db.student.findFirst({ where: { id: studentId }, select: { id: true } });
    if (student === null) throw new NotFound();
    const running = await db.enrolment.count({
      where: {
        studentId,
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
        course: { archivedAt: null, term: { endsOn: { gte: today } } },
      },
    });
    if (archived && running > 0) throw new Refusal("still-enrolled");
    const personId = studentId as string as PersonId;
    const open = await findOpenInvitations(db, ctx, { personId });
    const archivedAt = archived ? dateFromInstant(ctx.now) : null;
    await db.student.updateMany({ where: { id: studentId }, data: { archivedAt } });
    if (archived) await endRole(db, ctx, { personId, role: "STUDENT" });
    const action = archived ? "people/student.archived" : "people/student.restored";
    await recordAudit(db, ctx, { action, subjectId: studentId, data: {} });
    return findWithdrawn(db, open);
  });
}
