import { asSystem } from "@/lib/db/system";
import { recordAuditAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { ApiTokenId, SchoolId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import type { Account } from "./get-account";

/**
 * Ends one of a person's own API tokens for ever; of two at once only one does it. Throws NotFound for
 * another's, and for one that has ended.
 */
export async function revokeApiToken(
  account: Account,
  tokenId: ApiTokenId,
  now: Instant,
): Promise<void> {
  const { userId } = account.session;
  await asSystem(async (db) => {
    const [revoked] = await db.$queryRaw<{ schoolId: SchoolId; personId: string }[]>`
      UPDATE api_token k SET revoked_at = ${dateFromInstant(now)}
        FROM membership m
       WHERE k.id = ${tokenId}::uuid AND k.user_id = ${userId}::uuid AND k.revoked_at IS NULL
         AND m.school_id = k.school_id AND m.user_id = k.user_id
      RETURNING k.school_id AS "schoolId", m.person_id AS "personId"`;
    if (revoked === undefined) throw new NotFound("token");
    const { schoolId, personId } = revoked;
    const entry = { action: "auth/api-token.revoked", data: { personId, tokenId } };
    await recordAuditAsSystem(db, { schoolId, personId, now }, entry);
    const revocation = {
      kind: "TOKEN_REVOKED",
      schoolId,
      personId,
      userId,
      actorId: personId,
    } as const;
    await recordSecurityEvent(db, revocation, now);
  });
}
