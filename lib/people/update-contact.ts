import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { PersonId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { NewPerson } from "./people.schema";
import { contactColumns } from "./person-row";

type ContactChange = NewPerson & { personId: PersonId };

/** The school's record of a person. The sign-in identity is the person's own and stays as it is. */
export async function updateContact(ctx: SchoolContext, input: ContactChange): Promise<void> {
  const { personId } = input;
  await inSchool(ctx, async (db) => {
    const changed = await db.person.updateMany({
      where: { id: personId },
      data: contactColumns(input),
    });
    if (changed.count === 0) throw new NotFound();
    await recordAudit(db, ctx, { action: "people/contact.changed", subjectId: personId, data: {} });
  });
}
