import { ActionForm } from "@/components/scheduling/action-form";
import type { SchoolAction } from "@/lib/action";
import type { SignInState } from "@/lib/people/sign-in-state";

type InviteButtonProps = {
  action: SchoolAction;
  personId: string;
  name: string;
  email: string | null;
  state: SignInState;
};

/** Sends an invitation to sign in, or another one; says why not where there is none to send. */
export function InviteButton({ action, personId, name, email, state }: InviteButtonProps) {
  if (state.kind === "member") return null;
  if (email === null) {
    return (
      <p className="flex min-h-11 items-center text-sm text-ink-soft">
        Add an email address to invite {name}.
      </p>
    );
  }
  const again = state.kind === "invited";
  return (
    <ActionForm
      action={action}
      fields={{ personId }}
      pendingText="Sending…"
      submit={
        <>
          {again ? "Invite again" : "Invite"}
          <span className="sr-only"> {name}</span>
        </>
      }
    />
  );
}
