import type { z } from "zod";
import type { EventDefinition } from "@/lib/events/define-event";
import type { OutboxEventId } from "@/lib/ids";

/** An event on its way to the person it is owed to, its data parsed. */
export type OwedEvent<E extends EventDefinition> = {
  id: OutboxEventId;
  data: z.output<E["data"]>;
};
