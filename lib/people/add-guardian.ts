import { inSchool, type Db } from "@/lib/db/in-school";
import { personJoined } from "@/lib/events/account-events";
import { owe, recordAudit } from "@/lib/events/record";
import type { FamilyId, PersonId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findFamily } from "./find-family";
import { findPerson } from "./find-person";
import { findOpenInvitations, findWithdrawn, type WithdrawnInvitation } from "./find-withdrawn";
import type { GuardianKind, NewPerson } from "./people.schema";
import { personRow } from "./person-row";
import { replacePrimary } from "./replace-primary";
import { settleParentRole } from "./settle-parent-role";

type AddGuardian = {
  familyId: FamilyId;
  kind: GuardianKind;
  /** Someone new, or someone the school knows already: a guardian of another family, an adult student. */
  person: NewPerson | PersonId;
};

/** Who it is, and the invitations of a former primary guardian that it withdrew. */
export type AddedGuardian = { personId: PersonId; withdrawn: WithdrawnInvitation[] };

/**
 * One more guardian. A new primary guardian makes the former one an other guardian; somebody who
 * signs in already is a parent at once.
 * Throws `Refusal("already-guardian")`.
 */
export async function addGuardian(ctx: SchoolContext, input: AddGuardian): Promise<AddedGuardian> {
  const { familyId, kind } = input;
  return inSchool(ctx, async (db) => {
    await findFamily(db, familyId);
    const personId = await personOf(db, input.person);
    const known = await db.guardian.count({ where: { familyId, personId } });
    if (known > 0) throw new Refusal("already-guardian");
    const open = await findOpenInvitations(db, ctx, { familyId });
    if (kind === "PRIMARY") await replacePrimary(db, familyId);
    await db.guardian.create({ data: { familyId, personId, kind } });
    await settleParentRole(db, ctx, personId);
    const data = { personId, kind };
    await recordAudit(db, ctx, { action: "people/guardian.added", subjectId: familyId, data });
    if (typeof input.person === "string") {
      await owe(db, ctx, { event: personJoined, data: [{ personId }] });
    }
    return { personId, withdrawn: await findWithdrawn(db, open) };
  });
}

async function personOf(db: Db, person: NewPerson | PersonId): Promise<PersonId> {
  if (typeof person === "string") {
    await findPerson(db, person);
    return person;
  }
  const row = personRow(person);
  await db.person.create({ data: row });
  return row.id;
}
