"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { TextLink } from "../ui/text-link";
import { PasswordField } from "./password-field";

type SignInFormProps = { action: SchoolAction; next: string };

export function SignInForm({ action, next }: SignInFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="grid gap-5" noValidate>
      <FormMessage state={state} />
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Email address"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={refused?.values?.["email"]}
        error={refused?.fields?.["email"]}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={refused?.fields?.["password"]}
      />
      <SubmitButton size="lg" block pendingText="Signing in…">
        Sign in
      </SubmitButton>
      <p className="text-center">
        <TextLink href="/forgot-password" className="inline-flex min-h-11 items-center">
          Forgot your password?
        </TextLink>
      </p>
    </form>
  );
}
