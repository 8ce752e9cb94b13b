"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";

type MailChoiceFormProps = { action: SchoolAction; token: string; wanted: boolean };

/** One button: stop this kind of mail, or turn it on again. */
export function MailChoiceForm({ action, token, wanted }: MailChoiceFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="wanted" value={wanted ? "no" : "yes"} />
      <SubmitButton
        variant={wanted ? "primary" : "quiet"}
        size="lg"
        block
        pendingText="One moment…"
      >
        {wanted ? "Unsubscribe" : "Turn it on again"}
      </SubmitButton>
    </form>
  );
}
