import { Badge } from "@/components/ui/badge";
import type { SignInState } from "@/lib/people/sign-in-state";

/** How far somebody is on the way to signing in. */
export function SignInBadge({ state }: { state: SignInState }) {
  return <span className="inline-flex min-h-11 items-center">{badgeOf(state)}</span>;
}

function badgeOf(state: SignInState) {
  switch (state.kind) {
    case "member":
      return <Badge tone="success">Signs in</Badge>;
    case "ended":
      return <Badge>Sign-in ended</Badge>;
    case "invited":
      return state.expired ? (
        <Badge tone="warning">Invitation expired</Badge>
      ) : (
        <Badge tone="info">Invited</Badge>
      );
    case "none":
      return <Badge>Not invited</Badge>;
  }
}
