import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

/** Somebody may now set up their sign-in: they are sent the link of this invitation. */
export const personInvited = defineEvent(
  "people/person.invited",
  z.object({ personId: z.uuid(), invitationId: z.uuid() }),
);
