import type { Db } from "@/lib/db/in-school";
import { NotFound } from "@/lib/refusal";
import { CONTACT_COLUMNS, contactOf, type PersonContact } from "./person-contact";

/** The audit entries of whatever changes contact data. */
export const CONTACT_CHANGES = ["people/contact.changed", "people/teacher.changed"] as const;

/** A person's contact data, which nobody else changes until the transaction ends. Throws `NotFound`. */
export async function lockContact(db: Db, personId: string): Promise<PersonContact> {
  await db.$queryRaw`
    SELECT id FROM person
     WHERE school_id = current_school() AND id = ${personId}::uuid FOR UPDATE`;
  const person = await db.person.findFirst({ where: { id: personId }, select: CONTACT_COLUMNS });
  if (person === null) throw new NotFound();
  return contactOf(person);
}
