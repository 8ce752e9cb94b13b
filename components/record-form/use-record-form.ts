"use client";

import { useActionState, useState } from "react";
import type { ActionState, SaveAction } from "@/lib/action";
import { shownFrom, type Shown } from "@/lib/values/shown-record";
import { conflictOf, type Conflict } from "./conflict";

type SaveState = ActionState<{ stands: Shown }>;

export type RecordForm = {
  state: SaveState;
  send: (form: FormData) => void;
  /** What the next save is based on. */
  basedOn: Shown;
  conflict: Conflict | null;
  /** How many answers there were: a key for what keeps state of its own. */
  turn: number;
  value: (field: string) => string;
  checked: (field: string) => boolean;
  error: (field: string) => string | undefined;
};

/**
 * A form that saves a whole record. It shows, and is based on, the record as it was when it was opened,
 * whatever else the page reads anew; after its own save, what that save left; after "changed meanwhile",
 * what stands now, with what was typed kept in the fields.
 */
export function useRecordForm(action: SaveAction, shown: Shown): RecordForm {
  const [state, send] = useActionState(action, { status: "idle" });
  const [opened] = useState(shown);
  const [answer, setAnswer] = useState({ state, turn: 0 });
  if (answer.state !== state) setAnswer({ state, turn: answer.turn + 1 });
  const conflict = conflictOf(state);
  const refused = state.status === "refused" ? state : null;
  const basedOn = basisOf(state, conflict) ?? opened;
  const typed = (field: string): string | undefined => {
    if (conflict?.taken === field) return conflict.present[field];
    return refused?.values && (refused.values[field] ?? "");
  };
  const value = (field: string) => typed(field) ?? basedOn[field] ?? "";
  return {
    ...{ state, send, basedOn, conflict, value },
    turn: answer.turn,
    checked: (field) => value(field) === "on",
    error: (field) => refused?.fields?.[field],
  };
}

function basisOf(state: SaveState, conflict: Conflict | null): Shown | null {
  if (conflict) return conflict.present;
  if (state.status === "refused")
    return state.values ? shownFrom(state.values["basedOn"] ?? "") : null;
  return state.status === "done" ? (state.result?.stands ?? null) : null;
}
