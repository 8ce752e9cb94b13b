import { cache } from "react";
import { asSystem } from "@/lib/db/system";
import { dateFromInstant, systemNow, type Instant } from "@/lib/time/instant";
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
  return session === null ? null : findAccount(session, systemNow());
});

export async function findAccount(session: SessionToken, now: Instant): Promise<Account | null> {
  const { sessionId, userId, sessionVersion } = session;
  return asSystem(async (db) => {
    const [user] = await db.$queryRaw<{ email: string }[]>`
      SELECT u.email::text AS email
        FROM user_of_session(${sessionId}::uuid, ${userId}::uuid, ${sessionVersion}::integer,
               ${dateFromInstant(now)}) AS live(id)
        JOIN "user" u ON u.id = live.id`;
    if (user === undefined) return null;
    return { session, email: user.email, memberships: await membershipsOf(db, userId) };
  });
}
