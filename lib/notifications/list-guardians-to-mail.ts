import type { Db } from "@/lib/db/in-school";
import type { MailRecipient } from "./deliver-mail";

/** Every guardian of a student who signs in; an emergency contact is data only. */
export async function listGuardiansToMail(db: Db, studentId: string): Promise<MailRecipient[]> {
  const guardians = await db.guardian.findMany({
    where: {
      kind: { not: "EMERGENCY" },
      family: { students: { some: { id: studentId } } },
      person: { email: { not: null }, membership: { disabledAt: null } },
    },
    select: { person: { select: { id: true, givenName: true, email: true } } },
    orderBy: { personId: "asc" },
  });
  return guardians.map(({ person }) => ({
    personId: person.id,
    email: person.email ?? "",
    name: person.givenName,
  }));
}
