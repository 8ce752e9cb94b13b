"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { PasswordField } from "./password-field";

export const PASSWORD_HINT =
  "At least 10 characters. Three or four words that do not belong together are good and easy to remember.";

type NewPasswordFormProps = {
  action: SchoolAction;
  token: string;
  /** The account, for password managers. */
  email?: string;
  /** What else the action needs to know. */
  way?: "new";
  submit: string;
};

export function NewPasswordForm({ action, token, email, way, submit }: NewPasswordFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      {way ? <input type="hidden" name="way" value={way} /> : null}
      {email ? (
        <input type="text" value={email} autoComplete="username" readOnly hidden name="account" />
      ) : null}
      <PasswordField
        label="New password"
        name="password"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        error={refused?.fields?.["password"]}
      />
      <SubmitButton size="lg" block pendingText="Saving…">
        {submit}
      </SubmitButton>
    </form>
  );
}
