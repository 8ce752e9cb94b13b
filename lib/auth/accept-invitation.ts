import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { personJoined } from "@/lib/events/account-events";
import { oweAsSystem, recordAuditAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { newId, type UserId } from "@/lib/ids";
import { Refusal } from "@/lib/refusal";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { findInvitation, type OpenInvitation } from "./get-invitation";
import { lockProvenUser } from "./lock-proven-user";
import type { ProvenUser } from "./session-token";

/** Whose sign-in the membership is linked to: a new one, or one whose owner has just proved it. */
type Acceptance = { token: string } & ({ newPasswordHash: string } | { proven: ProvenUser });

type Accepted = { user: ProvenUser; slug: string };

/**
 * Accepts an invitation once: the identity, its membership and the audit entry in one transaction.
 * Throws `link-spent`, `account-exists` (then its password is needed), `already-member-as-other`, and
 * `signed-out` where a new password or "sign out everywhere" has ended what was proved.
 */
export async function acceptInvitation(acceptance: Acceptance, now: Instant): Promise<Accepted> {
  try {
    return await asSystem((db) => accept(db, acceptance, now));
  } catch (error) {
    const broken = brokenRuleOf(error);
    if (broken?.sqlState !== "23505") throw error;
    const byEmail = broken.constraint?.includes("email");
    throw new Refusal(byEmail ? "account-exists" : "already-member-as-other");
  }
}

async function accept(db: SystemDb, acceptance: Acceptance, now: Instant): Promise<Accepted> {
  const invitation = await findInvitation(db, acceptance.token, now);
  if (invitation === null) throw new Refusal("link-spent");
  const { schoolId, personId, slug } = invitation;
  const acceptedAt = dateFromInstant(now);
  const { count } = await db.invitation.updateMany({
    where: { schoolId, id: invitation.id, acceptedAt: null, revokedAt: null },
    data: { acceptedAt },
  });
  if (count === 0) throw new Refusal("link-spent");
  const user =
    "newPasswordHash" in acceptance
      ? await addUser(
          db,
          { email: invitation.email, passwordHash: acceptance.newPasswordHash },
          now,
        )
      : await lockProvenUser(db, acceptance.proven);
  const { userId } = user;
  await joinSchool(db, { invitation, userId }, now);
  const kind = "INVITATION_ACCEPTED";
  await recordSecurityEvent(db, { kind, schoolId, personId, userId, actorId: personId }, now);
  const entry = { action: "people/invitation.accepted", data: { invitationId: invitation.id } };
  await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
  await oweAsSystem(db, { schoolId, personId, now }, { event: personJoined, data: { personId } });
  return { user, slug };
}

async function addUser(
  db: SystemDb,
  { email, passwordHash }: { email: string; passwordHash: string },
  now: Instant,
): Promise<ProvenUser> {
  const userId = newId<UserId>();
  const createdAt = dateFromInstant(now);
  await db.user.create({ data: { id: userId, email, passwordHash, createdAt } });
  return { userId, sessionVersion: 1 };
}

type Joining = { invitation: OpenInvitation; userId: UserId };

/**
 * Who has left comes back to their own membership, and a member gains the roles; a membership is never
 * handed to another identity.
 */
async function joinSchool(db: SystemDb, { invitation, userId }: Joining, now: Instant) {
  const { schoolId, personId } = invitation;
  const roles = [...invitation.roles];
  const returned = await db.$executeRaw`
    UPDATE membership
       SET roles = ARRAY(SELECT DISTINCT unnest(
             CASE WHEN disabled_at IS NULL THEN roles ELSE '{}' END || ${roles}::text[]::role[])),
           disabled_at = NULL
     WHERE school_id = ${schoolId}::uuid AND person_id = ${personId}::uuid AND user_id = ${userId}::uuid`;
  if (returned === 1) return;
  await db.membership.createMany({
    data: [{ schoolId, id: newId(), userId, personId, roles, createdAt: dateFromInstant(now) }],
  });
}
