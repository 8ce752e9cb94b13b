import type { z } from "zod";
import type { EventDefinition } from "@/lib/events/define-event";
import type { OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";

type JobInput<Data extends z.ZodType> = { id: OutboxEventId; data: z.output<Data> };

/** One owed effect of an event. May run again whole: once-only comes from the rows that it owns. */
export type Job = {
  id: string;
  eventName: string;
  run: (ctx: SchoolContext, event: { id: OutboxEventId; data: unknown }) => Promise<void>;
};

export function defineJob<Name extends string, Data extends z.ZodType>(
  id: string,
  event: EventDefinition<Name, Data>,
  run: (ctx: SchoolContext, event: JobInput<Data>) => Promise<void>,
): Job {
  return {
    id,
    eventName: event.name,
    run: async (ctx, raw) => run(ctx, { id: raw.id, data: event.data.parse(raw.data) }),
  };
}
