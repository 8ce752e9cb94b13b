import type { z } from "zod";

/** A happening, in the past tense: `feature/thing.happened`. Its data are ids and plain facts. */
export type EventDefinition<Name extends string = string, Data extends z.ZodType = z.ZodType> = {
  name: Name;
  data: Data;
};

export function defineEvent<const Name extends string, Data extends z.ZodType>(
  name: Name,
  data: Data,
): EventDefinition<Name, Data> {
  return { name, data };
}
