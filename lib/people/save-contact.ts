import type { Db } from "@/lib/db/in-school";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { NewPerson } from "./people.schema";
import { contactColumns } from "./person-row";
import { recordWithdrawal } from "./record-withdrawal";

/**
 * The shared step of every change of contact data. Another address reaches somebody else: that is kept
 * for the person and the school's admins to see. Throws NotFound.
 */
export async function saveContact(
  db: Db,
  ctx: SchoolContext,
  { personId, ...contact }: NewPerson & { personId: string },
): Promise<void> {
  const where = { id: personId };
  const before = await db.person.findFirst({
    where,
    select: { email: true, membership: { select: { userId: true } } },
  });
  if (before === null) throw new NotFound();
  const data = contactColumns(contact);
  const isSame = before.email?.toLowerCase() === data.email?.toLowerCase();
  if (!isSame) await recordWithdrawal(db, ctx, personId);
  await db.person.updateMany({ where, data });
  if (isSame) return;
  const { schoolId, actor, now } = ctx;
  const userId = before.membership?.userId ?? null;
  const actorId = actor.kind === "member" ? actor.personId : null;
  const changed = { kind: "ADDRESS_CHANGED", schoolId, personId, userId, actorId } as const;
  await recordSecurityEvent(db, changed, now);
}
