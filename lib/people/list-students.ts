import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";
import { pageArgs, pageOf, type ListPage, type PageAt } from "./list-page";
import { findFoldedSearch } from "./find-folded-search";
import { keySearch } from "./name-search";
import { fullName } from "./person-row";

export type ListedStudent = {
  id: string;
  name: string;
  family: { id: string; name: string };
  courses: string[];
  archived: boolean;
};

type StudentQuery = PageAt & { search?: string; archived?: boolean };

/** Students by name, with the courses of terms that run or lie ahead. */
export async function listStudents(
  ctx: SchoolContext,
  query: StudentQuery,
): Promise<ListPage<ListedStudent>> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const running = { OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const found = await inSchool(ctx, async (db) =>
    db.student.findMany({
      where: {
        person: keySearch(await findFoldedSearch(db, query.search)),
        archivedAt: query.archived === true ? { not: null } : null,
      },
      orderBy: [{ person: { nameKey: "asc" } }, { id: "asc" }],
      ...pageArgs(query, ctx.schoolId),
      select: {
        id: true,
        archivedAt: true,
        person: { select: { givenName: true, familyName: true } },
        family: { select: { id: true, name: true } },
        enrolments: {
          where: { ...running, course: { term: { endsOn: { gte: today } } } },
          select: { course: { select: { name: true } } },
        },
      },
    }),
  );
  const page = pageOf(found, query);
  return {
    ...page,
    rows: page.rows.map(({ id, archivedAt, person, family, enrolments }) => ({
      id,
      name: fullName(person),
      family,
      courses: enrolments.map(({ course }) => course.name).sort(),
      archived: archivedAt !== null,
    })),
  };
}
