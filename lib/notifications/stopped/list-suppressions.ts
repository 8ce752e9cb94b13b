import { inSchool, type Db } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/values/email-address";
import { pageArgs, pageOf, type ListPage, type PageAt } from "@/lib/people/list-page";
import { findFoldedSearch } from "@/lib/people/find-folded-search";
import { escapeLike, keySearch } from "@/lib/people/name-search";
import type { SchoolContext } from "@/lib/school-context";
import { findAddressOwners } from "./find-address-owners";
import { SUPPRESSION_COLUMNS, suppressionView, type SuppressionView } from "./suppression-row";

type SuppressionQuery = PageAt & { search?: string };

/** A search that finds more people than this shows those whose addresses come first. */
const MOST_FOUND = 500;

/** The addresses that mail must not go to, the newest first; searched by name or address. */
export async function listSuppressions(
  ctx: SchoolContext,
  query: SuppressionQuery,
): Promise<ListPage<SuppressionView>> {
  const search = query.search?.trim() ?? "";
  return inSchool(ctx, async (db) => {
    const found = await db.mailSuppression.findMany({
      where: {
        liftedAt: null,
        ...(search !== "" && { email: { in: await addressesOf(db, search) } }),
      },
      orderBy: { id: "desc" },
      ...pageArgs(query, ctx.schoolId),
      select: SUPPRESSION_COLUMNS,
    });
    const page = pageOf(found, query);
    const owners = await findAddressOwners(
      db,
      page.rows.map(({ email }) => email),
    );
    return { ...page, rows: page.rows.map((row) => suppressionView(row, owners)) };
  });
}

/** One of them; null when there is none, or when mail goes to it again. */
export async function getSuppression(
  ctx: SchoolContext,
  id: string | null,
): Promise<SuppressionView | null> {
  if (id === null) return null;
  return inSchool(ctx, async (db) => {
    const where = { id, liftedAt: null };
    const row = await db.mailSuppression.findFirst({ where, select: SUPPRESSION_COLUMNS });
    return row && suppressionView(row, await findAddressOwners(db, [row.email]));
  });
}

/** Only addresses of the school's own record are found: nobody learns by searching how somebody signs in. */
async function addressesOf(db: Db, search: string): Promise<string[]> {
  const folded = await findFoldedSearch(db, search);
  const people = await db.person.findMany({
    where: { ...keySearch(folded), email: { not: null } },
    select: { email: true },
    orderBy: { email: "asc" },
    take: MOST_FOUND,
  });
  const invitations = await db.invitation.findMany({
    where: { OR: [{ email: { contains: escapeLike(search) } }, { person: keySearch(folded) }] },
    select: { email: true },
    orderBy: { email: "asc" },
    take: MOST_FOUND,
  });
  const all = [...people, ...invitations].flatMap(({ email }) => normaliseEmail(email ?? "") ?? []);
  return [...new Set(all)];
}
