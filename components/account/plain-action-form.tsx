"use client";

import { useActionState, type ReactNode } from "react";
import type { SchoolAction } from "@/lib/action";
import type { ButtonVariant } from "../ui/button-class";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";

type PlainActionFormProps = { action: SchoolAction; variant?: ButtonVariant; children: ReactNode };

/** One button that does one thing. */
export function PlainActionForm({ action, variant = "quiet", children }: PlainActionFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid gap-3">
      <FormMessage state={state} />
      <SubmitButton variant={variant} block pendingText="One moment…">
        {children}
      </SubmitButton>
    </form>
  );
}
