import type { ActionState } from "@/lib/action";

/** What was typed and what is wrong with it, by the name of the field. */
export function formValues(state: ActionState) {
  const refused = state.status === "refused" ? state : null;
  return {
    value: (name: string, initial = ""): string => refused?.values?.[name] ?? initial,
    error: (name: string): string | undefined => refused?.fields?.[name],
    list: (name: string): string[] | null => refused?.lists?.[name] ?? null,
  };
}
