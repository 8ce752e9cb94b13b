import type { ReactNode } from "react";
import { Alert } from "./alert";

type FormOutcome =
  | { status: "idle" }
  | { status: "done"; message?: string | undefined }
  | { status: "refused"; text: string };

type FormMessageProps = { state: FormOutcome; actions?: ReactNode; className?: string };

/** What became of a form: nothing yet, done, or why not. */
export function FormMessage({ state, actions, className }: FormMessageProps) {
  if (state.status === "refused") {
    return <Alert tone="refusal" title={state.text} actions={actions} className={className} />;
  }
  if (state.status === "done" && state.message) {
    return <Alert tone="success" title={state.message} className={className} />;
  }
  return null;
}
