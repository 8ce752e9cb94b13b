import type { ReactNode } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton, type SubmitButtonProps } from "@/components/ui/submit-button";
import { shownText } from "@/lib/values/shown-record";
import { ChangedMeanwhile, type FieldWords } from "./changed-meanwhile";
import type { RecordForm } from "./use-record-form";

type SavePartProps = {
  form: RecordForm;
  /** The label of every field, and its value in words. */
  words: FieldWords;
  submit: ReactNode;
  /** Another form of the page was sent since. */
  isOld?: boolean;
} & Pick<SubmitButtonProps, "variant" | "size">;

const IDLE = { status: "idle" } as const;

/**
 * The end of every form that saves a whole record: what it is based on, its button, and what became of it.
 * The answer stands after the button, which is what Enter presses.
 */
export function SavePart({ form, words, submit, isOld = false, variant, size }: SavePartProps) {
  const { state, basedOn, conflict, value } = form;
  return (
    <>
      <input type="hidden" name="basedOn" value={shownText(basedOn)} />
      <SubmitButton {...{ variant, size }} pendingText="Saving…" className="justify-self-start">
        {submit}
      </SubmitButton>
      {conflict ? (
        <ChangedMeanwhile {...{ conflict, words, typed: value }} />
      ) : (
        <FormMessage state={isOld && state.status === "done" ? IDLE : state} />
      )}
    </>
  );
}
