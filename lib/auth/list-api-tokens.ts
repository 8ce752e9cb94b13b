import { asSystem } from "@/lib/db/system";
import type { ApiTokenId } from "@/lib/ids";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { Account } from "./get-account";
import type { ApiTokenScope } from "./member";

export type ApiTokenView = {
  id: ApiTokenId;
  name: string;
  schoolName: string;
  scope: ApiTokenScope;
  createdAt: Instant;
  /** To within 10 minutes; null when it never was. */
  lastUsedAt: Instant | null;
  /** Null has no end. */
  expiresAt: Instant | null;
  isExpired: boolean;
};

/** A person's own tokens that nobody has revoked, in every school, the newest first. */
export async function listApiTokens(account: Account, now: Instant): Promise<ApiTokenView[]> {
  const schools = new Map(account.memberships.map((each) => [each.schoolId as string, each]));
  const { userId } = account.session;
  const rows = await asSystem((db) =>
    db.apiToken.findMany({
      where: { userId, revokedAt: null, schoolId: { in: [...schools.keys()] } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
  );
  return rows.map((row) => {
    const expiresAt = instantOrNull(row.expiresAt);
    return {
      id: row.id as ApiTokenId,
      name: row.name,
      schoolName: schools.get(row.schoolId)?.schoolName ?? "",
      scope: row.scope,
      createdAt: instantFromDate(row.createdAt),
      lastUsedAt: instantOrNull(row.lastUsedAt),
      expiresAt,
      isExpired: expiresAt !== null && expiresAt <= now,
    };
  });
}

function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : instantFromDate(date);
}
