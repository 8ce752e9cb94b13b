import { NotFound, Refusal } from "@/lib/refusal";
import type { Instant } from "@/lib/time/instant";
import { acceptInvitation } from "./accept-invitation";
import type { Caller } from "./caller";
import type { Account } from "./get-account";
import { getInvitation, type OpenInvitation } from "./get-invitation";
import { hashPassword } from "./password";
import { requireStrongPassword } from "./password-strength";
import type { ProvenUser } from "./session-token";
import { verifyCredentials } from "./verify-credentials";

/** How somebody with an invitation shows who they are. */
export type Joining = { token: string; caller: Caller; account: Account | null } & (
  { way: "new" | "password"; password: string } | { way: "signed-in" }
);

/**
 * Accepts an invitation for a new identity, or for one that has just been proved to own the invited
 * address; nothing is linked because addresses are alike. Throws `link-spent`, `weak-password`,
 * `account-exists`, `wrong-credentials`, and `signed-out` where that proof has ended meanwhile.
 */
export async function joinByInvitation(
  joining: Joining,
  now: Instant,
): Promise<{ user: ProvenUser; slug: string }> {
  const invitation = await getInvitation(joining.token, now);
  if (invitation === null) throw new Refusal("link-spent");
  const { token, caller, account } = joining;
  switch (joining.way) {
    case "new": {
      const newPasswordHash = await newHash(joining.password, invitation);
      return acceptInvitation({ token, newPasswordHash }, now);
    }
    case "password": {
      const { password } = joining;
      const known = { email: invitation.email, password, caller };
      return acceptInvitation({ token, proven: await verifyCredentials(known, now) }, now);
    }
    case "signed-in": {
      if (account === null) throw new Refusal("signed-out");
      if (account.email.toLowerCase() !== invitation.email.toLowerCase()) throw new NotFound();
      return acceptInvitation({ token, proven: account.session }, now);
    }
  }
}

async function newHash(password: string, invitation: OpenInvitation): Promise<string> {
  if (invitation.hasAccount) throw new Refusal("account-exists");
  const { email, schoolName, displayName } = invitation;
  await requireStrongPassword(password, [email, schoolName, displayName]);
  return hashPassword(password);
}
