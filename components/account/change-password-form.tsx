"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { PASSWORD_HINT } from "./new-password-form";
import { PasswordField } from "./password-field";
import { tokensEndText } from "./tokens-end-text";

type ChangePasswordFormProps = { action: SchoolAction; email: string; tokenCount: number };

/** Says before it is pressed what ends. */
export function ChangePasswordForm({ action, email, tokenCount }: ChangePasswordFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="grid max-w-md gap-5" noValidate>
      <FormMessage state={state} />
      <input type="text" value={email} autoComplete="username" readOnly hidden name="account" />
      <PasswordField
        label="Current password"
        name="oldPassword"
        autoComplete="current-password"
        error={refused?.fields?.["oldPassword"]}
      />
      <PasswordField
        label="New password"
        name="newPassword"
        hint={PASSWORD_HINT}
        autoComplete="new-password"
        error={refused?.fields?.["newPassword"]}
      />
      <p className="text-ink-soft">
        Everywhere else you will be signed out.{tokensEndText(tokenCount)}
      </p>
      <SubmitButton pendingText="Saving…" className="sm:justify-self-start">
        Change password
      </SubmitButton>
    </form>
  );
}
