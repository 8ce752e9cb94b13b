"use client";

import { useActionState, type ReactNode } from "react";
import type { ButtonVariant } from "@/components/ui/button-class";
import { FormMessage } from "@/components/ui/form-message";
import { useLatestAnswer } from "@/components/ui/latest-answer";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";

type ActionFormProps = {
  action: SchoolAction;
  fields?: Readonly<Record<string, string>>;
  submit: ReactNode;
  pendingText?: string;
  variant?: ButtonVariant;
  className?: string;
  children?: ReactNode;
};

/** A form around one button and what it needs to know; says what became of it. */
export function ActionForm(props: ActionFormProps) {
  const {
    action,
    fields = {},
    submit,
    pendingText,
    variant = "quiet",
    className,
    children,
  } = props;
  const [state, send] = useActionState(action, { status: "idle" });
  const { sent, isOld } = useLatestAnswer();
  return (
    <form action={send} onSubmit={sent} className={className ?? "grid justify-items-start gap-2"}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton variant={variant} pendingText={pendingText}>
        {submit}
      </SubmitButton>
      {isOld ? null : <FormMessage state={state} />}
    </form>
  );
}
