import type { Db } from "@/lib/db/in-school";
import { normaliseEmail } from "@/lib/values/email-address";
import { factsOfKind } from "../tellings/telling-kinds";

/** Why no mail of a kind goes to somebody. */
export type MailBar = "NO_ADDRESS" | "UNSUBSCRIBED" | "SUPPRESSED";

type Addressed = { personId: string; email: string | null };

/**
 * Who of them gets no mail of this kind, and why: no address, turned off by themselves (what nobody can
 * turn off is always wanted), or an address that mail must not go to. A bounce stops all mail; after a
 * complaint only account mail still goes, since nobody could sign in again without it. The one answer
 * for what sends and for what says beforehand who will be notified.
 */
export async function findMailBars(
  db: Db,
  kind: string,
  people: readonly Addressed[],
): Promise<Map<string, MailBar>> {
  const facts = factsOfKind(kind);
  const optedOut = await findOptedOut(db, facts?.choice ?? null, people);
  const isAccountMail = facts?.isAccountMail === true;
  const suppressed = await findSuppressed(db, { people, isAccountMail });
  const bars = people.flatMap(({ personId, email }): [string, MailBar][] => {
    if (email === null) return [[personId, "NO_ADDRESS"]];
    if (optedOut.has(personId)) return [[personId, "UNSUBSCRIBED"]];
    return suppressed.has(storedAddress(email)) ? [[personId, "SUPPRESSED"]] : [];
  });
  return new Map(bars);
}

async function findOptedOut(db: Db, choice: string | null, people: readonly Addressed[]) {
  if (choice === null || people.length === 0) return new Set<string>();
  const ids = people.map(({ personId }) => personId);
  const rows = await db.mailOptOut.findMany({
    where: { kind: choice, personId: { in: ids } },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

type Asked = { people: readonly Addressed[]; isAccountMail: boolean };

async function findSuppressed(db: Db, { people, isAccountMail }: Asked) {
  const addresses = people.flatMap(({ email }) => (email === null ? [] : [storedAddress(email)]));
  if (addresses.length === 0) return new Set<string>();
  const rows = await db.mailSuppression.findMany({
    where: {
      email: { in: addresses },
      liftedAt: null,
      ...(isAccountMail && { reason: "BOUNCE" as const }),
    },
    select: { email: true },
  });
  return new Set(rows.map(({ email }) => storedAddress(email)));
}

function storedAddress(email: string): string {
  return (normaliseEmail(email) ?? email).toLowerCase();
}
