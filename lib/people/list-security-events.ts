import { inSchool } from "@/lib/db/in-school";
import type { SchoolSecurityKind } from "@/lib/events/record-security-event";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import { PAGE_ROWS, pageOf, type ListPage, type PageAt } from "./list-page";
import { fullName } from "./person-row";

export type SchoolSecurityEvent = {
  id: string;
  kind: SchoolSecurityKind;
  at: Instant;
  person: string;
  /** Who of the school did it; null where it was nobody of the school. */
  by: string | null;
};

/**
 * Roles, tokens, invitations and addresses of the school's people, the newest first. Sign-ins and
 * passwords are their owners' own: the table holds none that names a school.
 */
export async function listSecurityEvents(
  ctx: SchoolContext,
  at: PageAt,
): Promise<ListPage<SchoolSecurityEvent>> {
  return inSchool(ctx, async (db) => {
    const found = await db.securityEvent.findMany({
      where: {
        ...(at.after && { id: { lt: at.after } }),
        ...(at.before && { id: { gt: at.before } }),
      },
      orderBy: { id: "desc" },
      take: at.before ? -(PAGE_ROWS + 1) : PAGE_ROWS + 1,
      select: {
        ...{ id: true, kind: true, at: true, actorId: true },
        person: { select: { givenName: true, familyName: true } },
      },
    });
    const page = pageOf(found, at);
    const actors = await db.person.findMany({
      where: { id: { in: page.rows.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, givenName: true, familyName: true },
    });
    const names = new Map(actors.map((actor) => [actor.id, fullName(actor)]));
    const rows = page.rows.map(({ id, kind, at: moment, actorId, person }) => ({
      id,
      kind: kind as SchoolSecurityKind,
      at: instantFromDate(moment),
      person: person === null ? "Somebody" : fullName(person),
      by: actorId === null ? null : (names.get(actorId) ?? "Somebody"),
    }));
    return { ...page, rows };
  });
}
