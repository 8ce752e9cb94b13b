import { inSchool } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { PersonId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import type { WithdrawnInvitation } from "./find-withdrawn";
import { CONTACT_CHANGES, lockContact } from "./lock-contact";
import type { NewPerson } from "./people.schema";
import { saveContact } from "./save-contact";
import { settleSave } from "./settle-save";
import { contactShown, type ContactField } from "./shown-person";

/** With the invitations that a changed address withdrew. */
export type ContactSaved<Field extends string> = SaveOutcome<Field> & {
  withdrawn: WithdrawnInvitation[];
};

type ContactChange = NewPerson & { personId: PersonId; basedOn: BasedOn<ContactField> };

/**
 * The school's record of a person. The sign-in identity is the person's own and stays as it is. Throws
 * `NotFound` and `Refusal("changed-meanwhile")`.
 */
export async function updateContact(
  ctx: SchoolContext,
  input: ContactChange,
): Promise<ContactSaved<ContactField>> {
  const { personId: subjectId, basedOn } = input;
  return inSchool(ctx, async (db) => {
    const saved = await settleSave(db, ctx, {
      ...{ basedOn, subjectId, actions: CONTACT_CHANGES },
      present: contactShown(await lockContact(db, subjectId)),
      wanted: contactShown(input),
    });
    if (saved.outcome === "unchanged") return { ...saved, withdrawn: [] };
    const withdrawn = await saveContact(db, ctx, { ...input, personId: subjectId });
    await recordAudit(db, ctx, { action: "people/contact.changed", subjectId, data: {} });
    return { ...saved, withdrawn };
  });
}
