import { asSystem, type SystemDb } from "@/lib/db/system";
import type { UserId } from "@/lib/ids";
import { tokenHash } from "@/lib/link-token";
import { Refusal } from "@/lib/refusal";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { membershipsOf } from "./memberships";
import { countLiveTokens } from "./count-live-tokens";
import { hashPassword } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { ProvenUser } from "./session-token";
import { setPassword, wordsAbout } from "./set-password";
import { forgetFailures } from "./sign-in-limits";

/** What a mailed link that can still set a password would end; null for one that cannot. */
export async function getOpenReset(
  token: string,
  now: Instant,
): Promise<{ tokenCount: number } | null> {
  return asSystem(async (db) => {
    const reset = await findReset(db, token, now);
    return reset && { tokenCount: await countLiveTokens(db, reset.user.id as UserId, now) };
  });
}

/**
 * Sets a new password by a mailed link, once, and ends every session and API token. Throws `link-spent` and
 * `weak-password`; a weak one leaves the link usable. Returns who has proved that the account is theirs.
 */
export async function resetPassword(
  { token, password, device }: { token: string; password: string; device: string },
  now: Instant,
): Promise<ProvenUser> {
  const found = await asSystem(async (db) => {
    const reset = await findReset(db, token, now);
    return reset && { ...reset, memberships: await membershipsOf(db, reset.user.id as UserId) };
  });
  if (found === null) throw new Refusal("link-spent");
  const userId = found.user.id as UserId;
  await requireStrongPassword(password, wordsAbout(found.user.email, found.memberships));
  const passwordHash = await hashPassword(password);
  const user = await asSystem(async (db) => {
    await spendReset(db, found.id, now);
    const { memberships } = found;
    const how = { kind: "RESET_DONE", device } as const;
    return setPassword(db, { userId, passwordHash, memberships, ...how }, now);
  });
  await forgetFailures(found.user.email);
  return user;
}

async function findReset(db: SystemDb, token: string, now: Instant) {
  return db.passwordReset.findFirst({
    where: {
      tokenHash: tokenHash(token),
      usedAt: null,
      expiresAt: { gt: dateFromInstant(now) },
      user: { disabledAt: null },
    },
    select: { id: true, user: { select: { id: true, email: true } } },
  });
}

async function spendReset(db: SystemDb, id: string, now: Instant): Promise<void> {
  const usedAt = dateFromInstant(now);
  const where = { id, usedAt: null, expiresAt: { gt: usedAt } };
  const { count } = await db.passwordReset.updateMany({ where, data: { usedAt } });
  if (count === 0) throw new Refusal("link-spent");
}
