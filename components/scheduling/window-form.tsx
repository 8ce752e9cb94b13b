"use client";

import { useActionState } from "react";
import { DateTimeField } from "@/components/ui/date-field";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";
import { formValues } from "./form-values";

type WindowFormProps = {
  action: SchoolAction;
  courseId: string;
  opensAt: string;
  closesAt: string;
};

/** Plans the window in the school's own time. */
export function WindowForm({ action, courseId, opensAt, closesAt }: WindowFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const fields = formValues(state);
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="courseId" value={courseId} />
      <DateTimeField
        label="Opens"
        name="opensAt"
        optional
        defaultValue={fields.value("opensAt", opensAt)}
        error={fields.error("opensAt")}
      />
      <DateTimeField
        label="Closes"
        name="closesAt"
        optional
        hint="Empty: stays open."
        defaultValue={fields.value("closesAt", closesAt)}
        error={fields.error("closesAt")}
      />
      <SubmitButton variant="quiet" pendingText="Saving…" className="justify-self-start">
        Save these times
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
