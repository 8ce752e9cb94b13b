"use client";

import { useActionState } from "react";
import { RecordFieldsView } from "@/components/record-form/record-fields-form";
import { useRecordForm } from "@/components/record-form/use-record-form";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, SaveAction, SchoolAction } from "@/lib/action";
import type { Shown } from "@/lib/values/shown-record";
import type { FormField } from "./field-inputs";

export type Place = {
  id: string;
  name: string;
  note: string;
  archived: boolean;
  /** What can be changed, and what stands there now. */
  fields: readonly FormField[];
  shown: Shown;
};

type PlaceEditorProps = {
  place: Place;
  /** The name of the field that says which one. */
  idField: string;
  change: SaveAction;
  /** Null for what is never archived. */
  archive: SchoolAction | null;
};

const IDLE: ActionState = { status: "idle" };
const nothing: SchoolAction = async () => IDLE;

/** One place that opens to be changed or archived; it is open where there is an answer to be read. */
export function PlaceEditor({ place, idField, change, archive }: PlaceEditorProps) {
  const form = useRecordForm(change, place.shown);
  const [archived, sendArchive] = useActionState(archive ?? nothing, IDLE);
  const hidden = { [idField]: place.id };
  const answered = form.state.status !== "idle" || archived.status !== "idle";
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
        <RecordFieldsView {...{ form, hidden }} fields={place.fields} />
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
