import type { Db } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/email-address";
import { optionalKindOf } from "./optional-mail";

/**
 * Whether mail must not go to this address. A bounce stops all mail; after a complaint only account
 * mail still goes, since nobody could sign in again without it.
 */
export async function isSuppressed(
  db: Db,
  address: string,
  { accountMail }: { accountMail: boolean },
): Promise<boolean> {
  const live = { email: normaliseEmail(address) ?? address, liftedAt: null };
  const where = accountMail ? { ...live, reason: "BOUNCE" as const } : live;
  return (await db.mailSuppression.count({ where })) > 0;
}

/** Whether a person wants this kind of mail; what nobody can turn off is always wanted. */
export async function wantsMail(db: Db, personId: string, kind: string): Promise<boolean> {
  const optional = optionalKindOf(kind);
  if (optional === null) return true;
  return (await db.mailOptOut.count({ where: { personId, kind: optional } })) === 0;
}
