import { instantFromDate, type Instant } from "@/lib/time/instant";

/** How far a person is on the way to signing in; never more than the school may know. */
export type SignInState =
  | { kind: "member" }
  | { kind: "ended" }
  | { kind: "invited"; at: Instant; expired: boolean }
  | { kind: "none" };

export const SIGN_IN_COLUMNS = {
  membership: { select: { disabledAt: true } },
  invitations: {
    where: { acceptedAt: null, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: 1,
    select: { createdAt: true, expiresAt: true },
  },
} as const;

type SignInColumns = {
  membership: { disabledAt: Date | null } | null;
  invitations: { createdAt: Date; expiresAt: Date }[];
};

export function signInStateOf(person: SignInColumns, now: Instant): SignInState {
  if (person.membership) return { kind: person.membership.disabledAt ? "ended" : "member" };
  const invitation = person.invitations[0];
  if (!invitation) return { kind: "none" };
  const expired = instantFromDate(invitation.expiresAt) <= now;
  return { kind: "invited", at: instantFromDate(invitation.createdAt), expired };
}
