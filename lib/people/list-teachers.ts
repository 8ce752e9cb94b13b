import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { pageArgs, pageOf, type ListPage, type PageAt } from "./list-page";
import { findFoldedSearch } from "./find-folded-search";
import { keySearch } from "./name-search";
import { fullName } from "./person-row";

export type ListedTeacher = {
  id: string;
  name: string;
  instruments: string[];
  phone: string | null;
  email: string | null;
  archived: boolean;
};

type TeacherQuery = PageAt & { search?: string; archived?: boolean };

/** Teachers by name. */
export async function listTeachers(
  ctx: SchoolContext,
  query: TeacherQuery,
): Promise<ListPage<ListedTeacher>> {
  const found = await inSchool(ctx, async (db) =>
    db.teacher.findMany({
      where: {
        person: keySearch(await findFoldedSearch(db, query.search)),
        archivedAt: query.archived === true ? { not: null } : null,
      },
      orderBy: [{ person: { nameKey: "asc" } }, { id: "asc" }],
      ...pageArgs(query, ctx.schoolId),
      select: {
        id: true,
        instruments: true,
        archivedAt: true,
        person: { select: { givenName: true, familyName: true, phone: true, email: true } },
      },
    }),
  );
  const page = pageOf(found, query);
  return {
    ...page,
    rows: page.rows.map(({ id, instruments, archivedAt, person }) => ({
      id,
      name: fullName(person),
      instruments,
      phone: person.phone,
      email: person.email,
      archived: archivedAt !== null,
    })),
  };
}
