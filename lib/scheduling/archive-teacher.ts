import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { PersonId, TeacherId } from "@/lib/ids";
import { endRole } from "@/lib/people/change-role";
import {
  findOpenInvitations,
  findWithdrawn,
  type WithdrawnInvitation,
} from "@/lib/people/find-withdrawn";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { beginScheduleChange } from "./begin-schedule-change";
import { findCoursesAhead } from "./find-courses-ahead";

type TeacherArchive = { teacherId: TeacherId; archived: boolean };

/**
 * Takes a teacher off the school's lists, ends their role and open invitations to it, or puts them
 * back, which gives nothing back: they are invited anew. Nothing is deleted. Returns the
 * invitations that it withdrew. Throws `Refusal("still-teaching")`, naming the courses, while one that is not
 * over or a lesson ahead is theirs.
 */
export async function archiveTeacher(
  ctx: SchoolContext,
  input: TeacherArchive,
): Promise<WithdrawnInvitation[]> {
  const { teacherId, archived } = input;
  return inSchool(ctx, async (db) => {
    await beginScheduleChange(db, ctx);
    const teacher = await db.teacher.findFirst({ where: { id: teacherId }, select: { id: true } });
    if (teacher === null) throw new NotFound();
    if (archived) await demandFree(db, ctx, teacherId);
    const personId = teacherId as string as PersonId;
    const open = await findOpenInvitations(db, ctx, { personId });
    const archivedAt = archived ? dateFromInstant(ctx.now) : null;
    await db.teacher.updateMany({ where: { id: teacherId }, data: { archivedAt } });
    if (archived) await endRole(db, ctx, { personId, role: "TEACHER" });
    const action = archived ? "scheduling/teacher.archived" : "scheduling/teacher.restored";
    await recordAudit(db, ctx, { action, subjectId: teacherId, data: {} });
    return findWithdrawn(db, open);
  });
}

async function demandFree(db: Db, ctx: SchoolContext, teacherId: TeacherId): Promise<void> {
  const courses = await findCoursesAhead(db, ctx, { teacherId });
  if (courses !== null) throw new Refusal("still-teaching", { courses });
}
