"use client";

import { useActionState } from "react";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SchoolAction } from "@/lib/action";
import type { MailPreferences } from "@/lib/notifications/choices/get-mail-preferences";

type MailSettingsFormProps = { action: SchoolAction; preferences: MailPreferences };

/** Which mails somebody wants; the others are named, and always come. */
export function MailSettingsForm({ action, preferences }: MailSettingsFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid max-w-xl gap-4">
      <FormMessage state={state} />
      {preferences.choices.length === 0 ? null : (
        <Card as="section" title="You choose">
          {preferences.choices.map(({ kind, label, explanation, wanted }) => (
            <div key={kind}>
              <input type="hidden" name="shown[]" value={kind} />
              {wanted ? <input type="hidden" name="ticked[]" value={kind} /> : null}
              <CheckboxField
                name="wanted[]"
                value={kind}
                label={label}
                hint={explanation}
                defaultChecked={wanted}
              />
            </div>
          ))}
          <SubmitButton pendingText="Saving…" className="mt-3 justify-self-start">
            Save
          </SubmitButton>
        </Card>
      )}
      <Card as="section" tone="sunken" title="Always comes">
        <ul className="grid list-disc gap-1 pl-5">
          {preferences.always.map((about) => (
            <li key={about}>{about}</li>
          ))}
        </ul>
      </Card>
    </form>
  );
}
