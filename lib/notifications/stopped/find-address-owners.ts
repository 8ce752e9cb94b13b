import type { Db } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/values/email-address";

/** Somebody of the school with an address; `page` is theirs below the people of the admin area. */
export type AddressOwner = { personId: string; name: string; page: string | null };

const OWNER = {
  id: true,
  givenName: true,
  familyName: true,
  email: true,
  teacher: { select: { id: true } },
  student: { select: { id: true } },
  guardians: { select: { familyId: true }, orderBy: { familyId: "asc" }, take: 1 },
} as const;

type OwnerRow = {
  id: string;
  givenName: string;
  familyName: string;
  teacher: { id: string } | null;
  student: { id: string } | null;
  guardians: { familyId: string }[];
};

/**
 * Whose these addresses are in the school's own record: contact data, and invitations. An address that
 * is in neither is how somebody signs in, and no business of the school.
 */
export async function findAddressOwners(
  db: Db,
  emails: readonly string[],
): Promise<ReadonlyMap<string, AddressOwner[]>> {
  const people = await db.person.findMany({
    where: { email: { in: [...emails], mode: "insensitive" } },
    select: OWNER,
    orderBy: { id: "asc" },
  });
  const invitations = await db.invitation.findMany({
    where: { email: { in: [...emails] } },
    select: { email: true, person: { select: OWNER } },
    orderBy: { id: "asc" },
  });
  const owners = new Map<string, AddressOwner[]>();
  for (const person of people) add(owners, person.email, person);
  for (const { email, person } of invitations) add(owners, email, person);
  return owners;
}

function add(owners: Map<string, AddressOwner[]>, email: string | null, person: OwnerRow): void {
  const address = normaliseEmail(email ?? "");
  if (address === null) return;
  const known = owners.get(address) ?? [];
  if (known.some(({ personId }) => personId === person.id)) return;
  owners.set(address, [...known, ownerOf(person)]);
}

function ownerOf({ id, givenName, familyName, ...is }: OwnerRow): AddressOwner {
  return { personId: id, name: `${givenName} ${familyName}`, page: pageOf(is) };
}

function pageOf({
  guardians,
  student,
  teacher,
}: Omit<OwnerRow, "id" | "givenName" | "familyName">) {
  const [family] = guardians;
  if (family) return `families/${family.familyId}`;
  if (student) return `students/${student.id}`;
  return teacher && `teachers/${teacher.id}`;
}
