import type { Role } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";

/** How far a person is on the way to signing in; never more than the school may know. */
export type SignInState =
  | { kind: "member" }
  | { kind: "ended" }
  | { kind: "invited"; at: Instant; expired: boolean }
  | { kind: "none" };

export const SIGN_IN_COLUMNS = {
  membership: { select: { disabledAt: true, roles: true } },
  invitations: {
    where: { acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: 1,
    select: { createdAt: true, expiresAt: true },
  },
} as const;

type SignInColumns = {
  membership: { disabledAt: Date | null; roles: readonly Role[] } | null;
  invitations: { createdAt: Date; expiresAt: Date }[];
};

/**
 * As what they are shown for: who signs in as an admin alone is not yet a member as a teacher. Who was
 * invited again after their sign-in ended is on the way back.
 */
export function signInStateOf(person: SignInColumns, role: Role, now: Instant): SignInState {
  const hasEnded = person.membership?.disabledAt != null;
  if (!hasEnded && person.membership?.roles.includes(role)) return { kind: "member" };
  const invitation = person.invitations[0];
  if (!invitation) return { kind: hasEnded ? "ended" : "none" };
  const expired = instantFromDate(invitation.expiresAt) <= now;
  return { kind: "invited", at: instantFromDate(invitation.createdAt), expired };
}
