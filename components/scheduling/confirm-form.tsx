"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, type ReactNode } from "react";
import type { ButtonVariant } from "@/components/ui/button-class";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";

type ConfirmFormProps = {
  action: SchoolAction;
  fields: Readonly<Record<string, string>>;
  submit: ReactNode;
  variant?: ButtonVariant;
};

/** Confirms a list that the page shows; a refusal reads the page again, so the list is the new one. */
export function ConfirmForm({ action, fields, submit, variant = "primary" }: ConfirmFormProps) {
  const router = useRouter();
  const [state, send] = useActionState(action, { status: "idle" });
  useEffect(() => {
    if (state.status === "refused") router.refresh();
  }, [state, router]);
  return (
    <form action={send} className="grid gap-3">
      <FormMessage state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="lg" block pendingText="Saving…">
        {submit}
      </SubmitButton>
    </form>
  );
}
