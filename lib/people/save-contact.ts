import type { Db } from "@/lib/db/in-school";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { findOpenInvitations, findWithdrawn, type WithdrawnInvitation } from "./find-withdrawn";
import type { NewPerson } from "./people.schema";
import { contactColumns } from "./person-row";

/**
 * The shared step of every change of contact data. Another address reaches somebody else: that is kept
 * for the person and the school's admins to see, and withdraws the invitations that are returned. Throws NotFound.
 */
export async function saveContact(
  db: Db,
  ctx: SchoolContext,
  { personId, ...contact }: NewPerson & { personId: string },
): Promise<WithdrawnInvitation[]> {
  const where = { id: personId };
  const before = await db.person.findFirst({
    where,
    select: { email: true, membership: { select: { userId: true } } },
  });
  if (before === null) throw new NotFound();
  const data = contactColumns(contact);
  const isSame = before.email?.toLowerCase() === data.email?.toLowerCase();
  const open = isSame ? [] : await findOpenInvitations(db, ctx, { personId });
  await db.person.updateMany({ where, data });
  if (isSame) return [];
  const { schoolId, actor, now } = ctx;
  const userId = before.membership?.userId ?? null;
  const actorId = actor.kind === "member" ? actor.personId : null;
  const changed = { kind: "ADDRESS_CHANGED", schoolId, personId, userId, actorId } as const;
  await recordSecurityEvent(db, changed, now);
  return findWithdrawn(db, open);
}
