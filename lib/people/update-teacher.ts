import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { TeacherId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, Shown } from "@/lib/values/shown-record";
import type { NewTeacher } from "./create-teacher";
import { saveContact } from "./save-contact";
import { settleSave } from "./settle-save";
import { teacherShown, type ShownTeacher } from "./shown-person";
import { CONTACT_CHANGES, lockContact } from "./lock-contact";
import type { ContactSaved } from "./update-contact";

type TeacherField = keyof ShownTeacher;
type TeacherChange = NewTeacher & { teacherId: TeacherId; basedOn: BasedOn<TeacherField> };

/** Contact data and instruments. Throws `NotFound` and `Refusal("changed-meanwhile")`. */
export async function updateTeacher(
  ctx: SchoolContext,
  input: TeacherChange,
): Promise<ContactSaved<TeacherField>> {
  const { teacherId: subjectId, basedOn } = input;
  return inSchool(ctx, async (db) => {
    const contact = await lockContact(db, subjectId);
    const teacher = await db.teacher.findFirst({ where: { id: subjectId } });
    if (teacher === null) throw new NotFound();
    const present: Shown<TeacherField> = teacherShown({ ...contact, ...teacher });
    const saved = await settleSave(db, ctx, {
      ...{ basedOn, subjectId, actions: CONTACT_CHANGES },
      present,
      wanted: teacherShown(input),
    });
    if (saved.outcome === "unchanged") return { ...saved, withdrawn: [] };
    const instruments = [...input.instruments];
    await db.teacher.updateMany({ where: { id: subjectId }, data: { instruments } });
    const withdrawn = await saveContact(db, ctx, { ...input, personId: subjectId });
    await recordAudit(db, ctx, { action: "people/teacher.changed", subjectId, data: {} });
    return { ...saved, withdrawn };
  });
}
