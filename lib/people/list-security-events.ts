import { inSchool, type Db } from "@/lib/db/in-school";
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
  /** Who had sent the invitation that was accepted; null where nobody of the school did. */
  invitedBy: string | null;
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
        ...{ id: true, kind: true, at: true, actorId: true, personId: true },
        person: { select: { givenName: true, familyName: true } },
      },
    });
    const page = pageOf(found, at);
    const inviters = await findInviters(db, page.rows);
    const actors = await db.person.findMany({
      where: {
        id: { in: [...page.rows.flatMap(({ actorId }) => actorId ?? []), ...inviters.values()] },
      },
      select: { id: true, givenName: true, familyName: true },
    });
    const names = new Map(actors.map((actor) => [actor.id, fullName(actor)]));
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? "Somebody"));
    const rows = page.rows.map(({ id, kind, at: moment, actorId, person }) => ({
      id,
      kind: kind as SchoolSecurityKind,
      at: instantFromDate(moment),
      person: person === null ? "Somebody" : fullName(person),
      by: nameOf(actorId),
      invitedBy: nameOf(inviters.get(id) ?? null),
    }));
    return { ...page, rows };
  });
}

type Row = { id: string; kind: string; at: Date; personId: string | null };

/** By event: an invitation is accepted at the moment of its event. */
async function findInviters(db: Db, rows: readonly Row[]): Promise<Map<string, string>> {
  const accepted = rows.filter(({ kind }) => kind === "INVITATION_ACCEPTED");
  const invitations = await db.invitation.findMany({
    where: {
      personId: { in: accepted.flatMap(({ personId }) => personId ?? []) },
      acceptedAt: { in: accepted.map(({ at }) => at) },
    },
    select: { personId: true, acceptedAt: true, invitedById: true },
  });
  const key = (personId: string | null, at: Date | null) => `${personId} ${at?.toISOString()}`;
  const byKey = new Map(
    invitations.map((one) => [key(one.personId, one.acceptedAt), one.invitedById]),
  );
  return new Map(
    accepted.flatMap(({ id, personId, at }) => {
      const inviter = byKey.get(key(personId, at));
      return inviter ? [[id, inviter] as const] : [];
    }),
  );
}
