import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { TeacherId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { NewTeacher } from "./create-teacher";
import { contactColumns } from "./person-row";

type TeacherChange = NewTeacher & { teacherId: TeacherId };

export async function updateTeacher(ctx: SchoolContext, input: TeacherChange): Promise<void> {
  const { teacherId } = input;
  await inSchool(ctx, async (db) => {
    const changed = await db.teacher.updateMany({
      where: { id: teacherId },
      data: { instruments: [...input.instruments] },
    });
    if (changed.count === 0) throw new NotFound();
    await db.person.updateMany({ where: { id: teacherId }, data: contactColumns(input) });
    await recordAudit(db, ctx, {
      action: "people/teacher.changed",
      subjectId: teacherId,
      data: {},
    });
  });
}
