import type { Db } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import { newId, type InvitationId } from "@/lib/ids";
import { linkToken, tokenHash } from "@/lib/link-token";
import type { Role, SchoolContext } from "@/lib/school-context";
import { dateFromInstant, plusHours } from "@/lib/time/instant";
import { personInvited } from "./events";

const VALID_HOURS = 14 * 24;

export type Invited = { personId: string; email: string; roles: readonly Role[] };

/** The shared step: a new invitation, the former ones revoked, the mail owed. */
export async function issueInvitation(
  db: Db,
  ctx: SchoolContext,
  { personId, email, roles }: Invited,
): Promise<InvitationId> {
  const id = newId<InvitationId>();
  const now = dateFromInstant(ctx.now);
  await db.invitation.updateMany({
    where: { personId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await db.invitation.create({
    data: {
      id,
      personId,
      email,
      roles: [...roles],
      tokenHash: tokenHash(linkToken("invitation", id)),
      createdAt: now,
      invitedById: ctx.actor.kind === "member" ? ctx.actor.personId : null,
      expiresAt: dateFromInstant(plusHours(ctx.now, VALID_HOURS)),
    },
  });
  await record(db, ctx, {
    event: personInvited,
    subjectId: personId,
    data: { personId, invitationId: id },
  });
  return id;
}
