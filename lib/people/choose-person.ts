import { inSchool } from "@/lib/db/in-school";
import type { PersonId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { SamePerson } from "./people.schema";
import { fullName } from "./person-row";

type Typed = {
  email: string | null;
  /** What was answered to the question whether it is somebody known. */
  same: SamePerson | undefined;
};

const MOST_NAMED = 5;

/**
 * Whether somebody who is typed in is known to the school already: their id, or null for a new
 * record. Throws `Refusal("person-known")`, naming who has the e-mail address, until that is answered.
 */
export async function choosePerson(
  ctx: SchoolContext,
  { email, same }: Typed,
): Promise<PersonId | null> {
  if (same !== undefined) return same === "nobody" ? null : same;
  if (email === null) return null;
  const known = await inSchool(ctx, (db) =>
    db.person.findMany({
      where: { email, archivedAt: null },
      select: { id: true, givenName: true, familyName: true },
      orderBy: { id: "asc" },
      take: MOST_NAMED,
    }),
  );
  if (known.length === 0) return null;
  const people = known.map((person) => ({ id: person.id, name: fullName(person) }));
  throw new Refusal("person-known", { names: people.map(({ name }) => name).join(", "), people });
}
