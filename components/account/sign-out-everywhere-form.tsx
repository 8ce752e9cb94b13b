"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { CheckboxField } from "../ui/checkbox-field";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";
import { tokensEndText } from "./tokens-end-text";

type SignOutEverywhereFormProps = {
  action: SchoolAction;
  tokenCount: number;
  calendarCount: number;
};

/** Says before it is pressed what ends. */
export function SignOutEverywhereForm(props: SignOutEverywhereFormProps) {
  const { action, tokenCount, calendarCount } = props;
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid gap-3 border-t-2 border-line pt-4">
      <h3 className="text-lg">Sign out everywhere</h3>
      <p className="max-w-prose">
        Lost a phone, or used a shared computer? Every session ends at once, also this one.
        {tokensEndText(tokenCount)}
      </p>
      {calendarCount > 0 ? (
        <CheckboxField
          name="withCalendars"
          value="on"
          defaultChecked
          label={calendarsText(calendarCount)}
          hint="Phones and calendar programs that follow them must subscribe again."
        />
      ) : null}
      <FormMessage state={state} />
      <SubmitButton variant="danger" pendingText="One moment…" className="sm:justify-self-start">
        Sign out everywhere
      </SubmitButton>
    </form>
  );
}

function calendarsText(count: number): string {
  return count === 1
    ? "Stop my private calendar address, too"
    : `Stop my ${count} private calendar addresses, too`;
}
