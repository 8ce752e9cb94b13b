import { randomBytes } from "node:crypto";
import { asSystem, type SystemDb } from "@/lib/db/system";
import { normaliseEmail } from "@/lib/values/email-address";
import { apiTokenIssued } from "@/lib/events/account-events";
import { oweAsSystem, recordAuditAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import { newId, type ApiTokenId, type SchoolId, type UserId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import { NotFound, Refusal } from "@/lib/refusal";
import { dateFromInstant, plusHours, type Instant } from "@/lib/time/instant";
import type { ApiTokenScope } from "./member";
import type { ProvenUser } from "./session-token";

/** Of one sign-in: those that are live and those made within a day, so that none can mint without end. */
const MOST_TOKENS = 20;

/** A person at their own account page, or whoever runs the installation. */
type Owner = ProvenUser | { email: string };

export type NewToken = { slug: string; name: string; scope: ApiTokenScope; days: number };

/**
 * A bearer token for a member of one school; shown once, only its hash is kept. The person is told
 * by email. Throws NotFound where the owner is no member, `too-many-tokens`, and `signed-out` when their session ended meanwhile.
 */
export async function issueApiToken(
  owner: Owner,
  wanted: NewToken,
  now: Instant,
): Promise<{ tokenId: ApiTokenId; token: string }> {
  const tokenId = newId<ApiTokenId>();
  const token = `mnm_${randomBytes(32).toString("base64url")}`;
  await asSystem(async (db) => {
    const userId = await lockOwner(db, owner);
    await requireRoom(db, userId, now);
    const { schoolId, personId } = await lockMembership(db, userId, wanted.slug);
    const { name, scope, days } = wanted;
    const createdAt = dateFromInstant(now);
    const expiresAt = dateFromInstant(plusHours(now, days * 24));
    const ids = { schoolId, id: tokenId, userId, tokenHash: tokenHash(token) };
    await db.apiToken.createMany({ data: [{ ...ids, name, scope, createdAt, expiresAt }] });
    const actorId = "email" in owner ? null : personId;
    const data = { personId, tokenId, scope };
    const entry = { action: "auth/api-token.issued", actorId, data };
    await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
    const told = { personId, tokenId, name, scope };
    await oweAsSystem(db, { schoolId, personId, now }, { event: apiTokenIssued, data: told });
    const made = { kind: "TOKEN_MADE", schoolId, personId, userId, actorId } as const;
    await recordSecurityEvent(db, made, now);
  });
  return { tokenId, token };
}

/** Whoever signs out everywhere in the same moment waits here, or is waited for (`endAccess`). */
async function lockOwner(db: SystemDb, owner: Owner): Promise<UserId> {
  const [user] =
    "email" in owner
      ? await db.$queryRaw<{ id: UserId }[]>`
          SELECT id FROM "user" WHERE email = ${normaliseEmail(owner.email) ?? ""}::citext
             AND disabled_at IS NULL FOR NO KEY UPDATE`
      : await db.$queryRaw<{ id: UserId }[]>`
          SELECT id FROM "user" WHERE id = ${owner.userId}::uuid
             AND session_version = ${owner.sessionVersion} AND disabled_at IS NULL FOR NO KEY UPDATE`;
  if (user !== undefined) return user.id;
  throw "email" in owner ? new NotFound("member") : new Refusal("signed-out");
}

async function requireRoom(db: SystemDb, userId: UserId, now: Instant): Promise<void> {
  const createdAt = { gt: dateFromInstant(plusHours(now, -24)) };
  const live = [{ expiresAt: null }, { expiresAt: { gt: dateFromInstant(now) } }];
  const count = await db.apiToken.count({
    where: { userId, OR: [{ createdAt }, { revokedAt: null, OR: live }] },
  });
  if (count >= MOST_TOKENS) throw new Refusal("too-many-tokens", { most: MOST_TOKENS });
}

type Locked = { schoolId: SchoolId; personId: string };

/** A role that ends in the same moment ends this token too (`membership_change_ends_access`). */
async function lockMembership(db: SystemDb, userId: UserId, slug: string): Promise<Locked> {
  const [membership] = await db.$queryRaw<Locked[]>`
    SELECT m.school_id AS "schoolId", m.person_id AS "personId"
      FROM membership m JOIN school s ON s.id = m.school_id
     WHERE s.slug = ${slug} AND m.user_id = ${userId}::uuid AND m.disabled_at IS NULL
       FOR SHARE OF m`;
  if (membership === undefined) throw new NotFound("member");
  return membership;
}
