import { z } from "zod";
import { shownFrom, type Shown } from "./shown-record";

const MOST_TEXT = 60_000;

/**
 * What the form showed when it was opened. A form without it is based on nothing: its save is told
 * what stands, never written over it.
 */
export function basedOnField<Field extends string>() {
  return z
    .string()
    .max(MOST_TEXT)
    .default("")
    .transform((text) => shownFrom(text) as Shown<Field>);
}
