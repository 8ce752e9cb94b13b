import { actorIdOf } from "@/lib/booking/get-booking-facts";
import { inSchool } from "@/lib/db/in-school";
import { pageArgs, pageOf, type ListPage, type PageAt } from "@/lib/people/list-page";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";

export type ListedNotice = {
  id: string;
  title: string;
  body: string;
  createdAt: Instant;
  read: boolean;
  /** Whether it leads anywhere but back to the list. */
  leadsOn: boolean;
};

/** What this person was told in the app, whatever else they may see here; the newest first. */
export async function listNotices(
  ctx: SchoolContext,
  at: PageAt = {},
): Promise<ListPage<ListedNotice>> {
  const personId = actorIdOf(ctx);
  if (personId === null) return { rows: [], next: null, previous: null };
  const found = await inSchool(ctx, (db) =>
    db.notice.findMany({
      where: { personId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageArgs(at, ctx.schoolId),
      select: { id: true, title: true, body: true, path: true, createdAt: true, readAt: true },
    }),
  );
  const page = pageOf(found, at);
  const rows = page.rows.map(({ path, createdAt, readAt, ...row }) => ({
    ...row,
    createdAt: instantFromDate(createdAt),
    read: readAt !== null,
    leadsOn: path !== null,
  }));
  return { ...page, rows };
}
