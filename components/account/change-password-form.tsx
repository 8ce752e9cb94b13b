"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { PASSWORD_HINT } from "./new-password-form";
import { PasswordField } from "./password-field";

export function ChangePasswordForm({ action, email }: { action: SchoolAction; email: string }) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      <FormMessage state={state} />
      <input type="text" value={email} autoComplete="username" readOnly hidden name="account" />
      <PasswordField
        label="Present password"
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
      <SubmitButton pendingText="Saving…">Change the password</SubmitButton>
    </form>
  );
}
