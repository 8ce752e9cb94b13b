import type { ActionState } from "@/lib/action";
import { isShown, type Shown } from "@/lib/values/shown-record";

/** A save that was told that somebody changed the record meanwhile. */
export type Conflict = {
  /** "Alice Chen changed this 2 minutes ago" */
  change: string;
  /** As it stands now, and as the form that was sent had shown it. */
  present: Shown;
  opened: Shown;
  /** The field whose present value was just taken over. */
  taken: string | null;
};

export function conflictOf(state: ActionState): Conflict | null {
  if (state.status !== "refused" || state.code !== "changed-meanwhile") return null;
  const { change, present, basedOn, taken } = state.details ?? {};
  if (typeof change !== "string" || !isShown(present) || !isShown(basedOn)) return null;
  return { change, present, opened: basedOn, taken: typeof taken === "string" ? taken : null };
}

/** What another person changed and the form would put back or change again. */
export function conflictingFields(
  { present, opened, taken }: Conflict,
  typed: (field: string) => string,
): string[] {
  return Object.keys(present).filter(
    (field) =>
      field !== taken && present[field] !== opened[field] && typed(field) !== present[field],
  );
}
