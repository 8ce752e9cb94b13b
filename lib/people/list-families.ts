import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { pageArgs, pageOf, type ListPage, type PageAt } from "./list-page";
import { findFoldedSearch } from "./find-folded-search";
import { keySearch, type FoldedSearch } from "./name-search";
import { fullName } from "./person-row";

export type ListedFamily = {
  id: string;
  name: string;
  primary: { name: string; phone: string | null; email: string | null } | null;
  students: string[];
};

type FamilyQuery = PageAt & { search?: string };

/** Families by name; a search looks at the family's name and at its guardians and students. */
export async function listFamilies(
  ctx: SchoolContext,
  query: FamilyQuery,
): Promise<ListPage<ListedFamily>> {
  const found = await inSchool(ctx, async (db) =>
    db.family.findMany({
      where: familySearch(await findFoldedSearch(db, query.search)),
      orderBy: [{ searchKey: "asc" }, { id: "asc" }],
      ...pageArgs(query, ctx.schoolId),
      select: {
        id: true,
        name: true,
        guardians: { where: { kind: "PRIMARY" }, select: { person: { select: CONTACT } } },
        students: {
          where: { archivedAt: null },
          orderBy: { person: { nameKey: "asc" } },
          select: { person: { select: { givenName: true } } },
        },
      },
    }),
  );
  const page = pageOf(found, query);
  return { ...page, rows: page.rows.map(listedFamily) };
}

const CONTACT = { givenName: true, familyName: true, phone: true, email: true } as const;

type Contact = {
  givenName: string;
  familyName: string;
  phone: string | null;
  email: string | null;
};
type FoundFamily = {
  id: string;
  name: string;
  guardians: { person: Contact }[];
  students: { person: { givenName: string } }[];
};

function listedFamily({ id, name, guardians, students }: FoundFamily): ListedFamily {
  const person = guardians[0]?.person;
  return {
    id,
    name,
    primary: person ? { name: fullName(person), phone: person.phone, email: person.email } : null,
    students: students.map((student) => student.person.givenName),
  };
}

function familySearch(search: FoldedSearch | null) {
  if (search === null) return {};
  const person = keySearch(search);
  return {
    OR: [
      keySearch(search),
      { guardians: { some: { person } } },
      { students: { some: { person } } },
    ],
  };
}
