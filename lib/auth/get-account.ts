import { cache } from "react";
import { asSystem } from "@/lib/db/system";
import { membershipsOf, type KnownMembership } from "./memberships";
import { sessionOfRequest } from "./session";
import type { SessionToken } from "./session-token";

export type Account = {
  session: SessionToken;
  email: string;
  memberships: readonly KnownMembership[];
};

/** Whose browser asks, held against the database; null when signed out. */
export const getAccount = cache(async (): Promise<Account | null> => {
  const session = await sessionOfRequest();
  return session === null ? null : findAccount(session);
});

export async function findAccount(session: SessionToken): Promise<Account | null> {
  const { userId, sessionVersion } = session;
  return asSystem(async (db) => {
    const where = { id: userId, sessionVersion, disabledAt: null };
    const user = await db.user.findFirst({ where, select: { email: true } });
    if (user === null) return null;
    return { session, email: user.email, memberships: await membershipsOf(db, userId) };
  });
}
