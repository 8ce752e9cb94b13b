"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { TextLink } from "../ui/text-link";
import { PasswordField } from "./password-field";

type JoinProps = { action: SchoolAction; token: string; schoolName: string };

/** For who is signed in with the invited address already. */
export function JoinSignedInForm({ action, token, schoolName }: JoinProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="way" value="signed-in" />
      <SubmitButton size="lg" block pendingText="One moment…">
        Add {schoolName} to my sign-in
      </SubmitButton>
    </form>
  );
}

/** For an address that has a sign-in: its password proves that it is the same person. */
export function JoinWithPasswordForm(props: JoinProps & { email: string }) {
  const { action, token, schoolName, email } = props;
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="way" value="password" />
      <input type="text" value={email} autoComplete="username" readOnly hidden name="account" />
      <PasswordField
        label={`Password of ${email}`}
        name="password"
        autoComplete="current-password"
        error={refused?.fields?.["password"]}
      />
      <SubmitButton size="lg" block pendingText="One moment…">
        Add {schoolName} to my sign-in
      </SubmitButton>
      <p className="text-center">
        <TextLink href="/forgot-password" className="inline-flex min-h-11 items-center">
          Forgot your password?
        </TextLink>
      </p>
    </form>
  );
}
