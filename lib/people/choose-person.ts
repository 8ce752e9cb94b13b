import { inSchool } from "@/lib/db/in-school";
import type { FamilyId, PersonId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { SamePerson } from "./people.schema";

type Typed = {
  givenName: string;
  familyName: string;
  email: string | null;
  /** What was answered to the question whether it is somebody known. */
  same?: SamePerson | undefined;
};

/** What the person is to become; a student stays in one family, so only its guardian can be one too. */
type Becoming = { kind: "guardian" } | { kind: "teacher" } | { kind: "student"; of: FamilyId };

type KnownPerson = {
  id: PersonId;
  name: string;
  email: string | null;
  isTeacher: boolean;
  isStudent: boolean;
  guardianOf: { id: FamilyId; name: string }[];
};

const MAX_NAMED = 5;

/**
 * Whether somebody who is typed in is known to the school already: their id, or null for a new
 * record. Throws `Refusal("person-known")`, naming who has the email address or the same name in any
 * spelling that folds alike, until that is answered: the program asks and never decides.
 */
export async function choosePerson(
  ctx: SchoolContext,
  typed: Typed,
  becoming: Becoming,
): Promise<PersonId | null> {
  if (typed.same !== undefined) return typed.same === "nobody" ? null : typed.same;
  const known = await findKnown(ctx, typed);
  if (known.length === 0) return null;
  const people = known
    .filter((person) => mayBecome(person, becoming))
    .map((person) => ({ id: person.id, name: described(person) }));
  throw new Refusal("person-known", { names: known.map(described).join(", "), people });
}

async function findKnown(
  ctx: SchoolContext,
  { givenName, familyName, email }: Typed,
): Promise<KnownPerson[]> {
  const { schoolId } = ctx;
  return inSchool(
    ctx,
    (db) => db.$queryRaw<KnownPerson[]>`
      SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.email,
             EXISTS (SELECT FROM teacher t WHERE t.school_id = p.school_id AND t.id = p.id) AS "isTeacher",
             EXISTS (SELECT FROM student s WHERE s.school_id = p.school_id AND s.id = p.id) AS "isStudent",
             COALESCE((SELECT json_agg(json_build_object('id', f.id, 'name', f.name) ORDER BY f.id)
                         FROM guardian g
                         JOIN family f ON f.school_id = g.school_id AND f.id = g.family_id
                        WHERE g.school_id = p.school_id AND g.person_id = p.id), '[]') AS "guardianOf"
        FROM person p
       WHERE p.school_id = ${schoolId}::uuid AND p.archived_at IS NULL
         AND (p.email = ${email}
              OR p.name_key = fold_text(${familyName}) || '  ' || fold_text(${givenName}))
       ORDER BY p.id LIMIT ${MAX_NAMED}`,
  );
}

function mayBecome({ isTeacher, isStudent, guardianOf }: KnownPerson, becoming: Becoming): boolean {
  if (becoming.kind === "guardian") return true;
  if (becoming.kind === "teacher") return !isTeacher;
  return !isStudent && guardianOf.some(({ id }) => id === becoming.of);
}

/** "Kim Lee (teacher, kim@home.example)": what tells two people of one name apart. */
function described({ name, email, isTeacher, isStudent, guardianOf }: KnownPerson): string {
  const facts = [
    ...(isTeacher ? ["teacher"] : []),
    ...(isStudent ? ["student"] : []),
    ...guardianOf.map((family) => `guardian of family ${family.name}`),
    ...(email === null ? [] : [email]),
  ];
  return facts.length === 0 ? name : `${name} (${facts.join(", ")})`;
}
