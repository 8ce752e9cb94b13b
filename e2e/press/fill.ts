import type { Field, Filling, Form } from "./control";
import { exampleFor } from "./examples";

/** Nothing in any field, nothing chosen. */
export function emptyFilling({ fields }: Form): Filling[] {
  return fields
    .filter(({ isShown }) => isShown)
    .map(({ place, type, options }) => {
      if (isToggle(type)) return { place, value: "", check: false };
      return {
        place,
        value: options.length === 0 || options.includes("") ? "" : (options[0] ?? ""),
      };
    });
}

/**
 * A good value in every field that has none; what is filled already stays. Of several buttons of one
 * name the first that can be chosen is.
 */
export function validFilling({ fields, submits }: Form): { filling: Filling[]; unknown: string[] } {
  const filling: Filling[] = [];
  const unknown: string[] = [];
  const shown = fields.filter(({ isShown }) => isShown);
  for (const field of shown) {
    const value = valueFor(field, shown, submits);
    if (value === null) unknown.push(`${field.name} (${field.type}, "${field.label}")`);
    else if (value !== undefined) filling.push(value);
  }
  return { filling, unknown };
}

/** What to fill in; undefined where all is well as it is, null where nobody knows. */
function valueFor(
  field: Field,
  all: readonly Field[],
  submits: readonly string[],
): Filling | null | undefined {
  const { place, type, name, value, options, tag } = field;
  if (type === "radio") {
    const group = all.filter((each) => each.type === "radio" && each.name === name);
    const isFirst = group[0]?.place === place;
    if (!isFirst || group.some(({ isChecked }) => isChecked)) return undefined;
    return { place, value, check: true };
  }
  if (type === "checkbox") return { place, value, check: true };
  if (tag === "select") {
    const chosen = value === "" ? options.find((each) => each !== "") : value;
    return chosen === undefined ? undefined : { place, value: chosen };
  }
  const example = exampleFor(field, submits);
  if (example === null) return null;
  return value === "" ? { place, value: example } : undefined;
}

function isToggle(type: string): boolean {
  return type === "checkbox" || type === "radio";
}
