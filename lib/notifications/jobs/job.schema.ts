import { z } from "zod";
import type { OutboxEventId } from "@/lib/ids";

export const eventInput = z.object({ eventId: z.uuid().transform((id) => id as OutboxEventId) });

export const redriveAllInput = z.object({ state: z.enum(["failing", "parked"]) });

export const deliveryInput = z.object({ deliveryId: z.uuid() });
