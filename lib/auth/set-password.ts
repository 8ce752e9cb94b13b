import type { SystemDb } from "@/lib/db/system";
import { passwordChanged } from "@/lib/events/account-events";
import { recordAsSystem } from "@/lib/events/record-as-system";
import { recordSecurityEvent } from "@/lib/events/record-security-event";
import type { UserId } from "@/lib/ids";
import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { endAccess } from "./end-access";
import type { KnownMembership } from "./memberships";
import type { ProvenUser } from "./session-token";

type NewPassword = {
  userId: UserId;
  passwordHash: string;
  memberships: readonly KnownMembership[];
  /** How it came about, and from where. */
  kind: "PASSWORD_CHANGED" | "RESET_DONE";
  device: string;
  /** Only while this is still the generation of the sessions; else the refusal `signed-out`. */
  sessionVersion?: number;
};

/** The shared step: the new hash, all sessions, API tokens and open reset links ended, and the person told. Returns who may begin the next session. */
export async function setPassword(
  db: SystemDb,
  { userId, sessionVersion, passwordHash, memberships, kind, device }: NewPassword,
  now: Instant,
): Promise<ProvenUser> {
  const next = { userId, sessionVersion: await endAccess(db, { userId, sessionVersion }, now) };
  await db.user.update({ where: { id: userId }, data: { passwordHash } });
  const usedAt = dateFromInstant(now);
  await db.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt } });
  await recordSecurityEvent(db, { kind, userId, device }, now);
  const [first] = memberships;
  if (first === undefined) return next;
  const { schoolId, personId } = first;
  await recordAsSystem(
    db,
    { schoolId, personId, now },
    { event: passwordChanged, data: { personId } },
  );
  return next;
}

/** What others know about a person, which makes a bad password. */
export function wordsAbout(email: string, memberships: readonly KnownMembership[]): string[] {
  return [email, ...memberships.flatMap((each) => [each.schoolName, each.displayName, each.slug])];
}
