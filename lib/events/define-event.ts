import type { z } from "zod";
import type { OutboxEventId } from "@/lib/ids";

/** A happening, in the past tense: `feature/thing.happened`. Its data are ids and plain facts. */
export type EventDefinition<
  Name extends string = string,
  Data extends z.ZodObject = z.ZodObject,
> = {
  name: Name;
  data: Data;
};

export function defineEvent<const Name extends string, Data extends z.ZodObject>(
  name: Name,
  data: Data,
): EventDefinition<Name, Data> {
  return { name, data };
}

/** An event on its way to the people it is owed to, its data parsed. */
export type OwedEvent<E extends EventDefinition> = {
  id: OutboxEventId;
  data: z.output<E["data"]>;
};
