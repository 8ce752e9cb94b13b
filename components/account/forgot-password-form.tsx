"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { ButtonLink } from "../ui/button-link";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

export function ForgotPasswordForm({ action }: { action: SchoolAction }) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  if (state.status === "done") {
    return (
      <div className="grid gap-5">
        <FormMessage state={state} />
        <ButtonLink href="/sign-in" block>
          Back to sign-in
        </ButtonLink>
      </div>
    );
  }
  return (
    <form action={send} className="grid gap-5" noValidate>
      <FormMessage state={state} />
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
      <SubmitButton size="lg" block pendingText="One moment…">
        Send me a link
      </SubmitButton>
      <ButtonLink href="/sign-in" variant="plain" block>
        Back to sign-in
      </ButtonLink>
    </form>
  );
}
