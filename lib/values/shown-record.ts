/**
 * What a form showed of a record when it was opened, as text by field. It is the version that a save is
 * based on: compared with what stands now, inside the transaction of the save.
 */
export type Shown<Field extends string = string> = Readonly<Record<Field, string>>;

/** For programs that set up a school and saw no form. What a form sends is always a record. */
export const AS_IT_STANDS = "as it stands" as const;

export type BasedOn<Field extends string = string> = Shown<Field> | typeof AS_IT_STANDS;

/** What became of a save, and the record as it stands after it. */
export type SaveOutcome<Field extends string = string> = {
  outcome: "saved" | "unchanged";
  stands: Shown<Field>;
};

export type SaveFacts<Field extends string = string> = {
  basedOn: BasedOn<Field>;
  /** As it stands now. */
  present: Shown<Field>;
  /** As it would stand after the save. */
  wanted: Shown<Field>;
};

/**
 * Whether a save goes ahead: "unchanged" where there is nothing to write, "changed-meanwhile" where it
 * would put back what somebody changed since the form was opened.
 */
export function decideSave(facts: SaveFacts): "save" | "unchanged" | "changed-meanwhile" {
  const { basedOn, present, wanted } = facts;
  if (isSame(wanted, present)) return "unchanged";
  if (basedOn === AS_IT_STANDS || isSame(basedOn, present)) return "save";
  return isSame(wanted, basedOn) ? "unchanged" : "changed-meanwhile";
}

function isSame(one: Shown, other: Shown): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (field) => one[field] === other[field],
  );
}

/** As it travels in a form; `shownFrom` reads it. */
export function shownText(shown: Shown): string {
  return JSON.stringify(shown);
}

/** What cannot be read shows nothing, so that its save is told about everything. */
export function shownFrom(text: string): Shown {
  try {
    const parsed: unknown = JSON.parse(text);
    return isShown(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

export function isShown(value: unknown): value is Shown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === "string");
}
