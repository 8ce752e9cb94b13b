import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

/** One mail to one person is owed; its delivery row says which. */
export const mailOwed = defineEvent("notifications/mail.owed", z.object({ deliveryId: z.uuid() }));
