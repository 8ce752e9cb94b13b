"use client";

import { useActionState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, SchoolAction } from "@/lib/action";
import { FieldsFormView, type FormField } from "./fields-form";

export type Place = {
  id: string;
  name: string;
  note: string;
  archived: boolean;
  /** What can be changed, with what stands there now. */
  fields: readonly FormField[];
};

type PlaceEditorProps = {
  place: Place;
  /** The name of the field that says which one. */
  idField: string;
  change: SchoolAction;
  /** Null for what is never archived. */
  archive: SchoolAction | null;
};

const IDLE: ActionState = { status: "idle" };
const nothing: SchoolAction = async () => IDLE;

/** One place that opens to be changed or archived; it is open where there is an answer to be read. */
export function PlaceEditor({ place, idField, change, archive }: PlaceEditorProps) {
  const [changed, sendChange] = useActionState(change, IDLE);
  const [archived, sendArchive] = useActionState(archive ?? nothing, IDLE);
  const hidden = { [idField]: place.id };
  const answered = changed.status !== "idle" || archived.status !== "idle";
  return (
    <Disclosure
      open={answered || undefined}
      summary={
        <>
          {place.name} <span className="block text-sm font-normal text-ink-soft">{place.note}</span>
        </>
      }
    >
      <div className="grid gap-4">
        <FieldsFormView
          state={changed}
          send={sendChange}
          hidden={hidden}
          fields={place.fields}
          submit="Save"
          pendingText="Saving…"
        />
        {archive ? (
          <form action={sendArchive} className="grid justify-items-start gap-2">
            <input type="hidden" name={idField} value={place.id} />
            <input type="hidden" name="archived" value="yes" />
            <SubmitButton variant="plain">
              Archive<span className="sr-only"> {place.name}</span>
            </SubmitButton>
            <FormMessage state={archived} />
          </form>
        ) : null}
      </div>
    </Disclosure>
  );
}
