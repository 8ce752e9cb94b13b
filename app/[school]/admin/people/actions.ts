"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { schoolAction } from "@/lib/action";
import type { PersonId } from "@/lib/ids";
import { getInvitationOutcome } from "@/lib/notifications/get-mail-outcome";
import { invitationText } from "@/lib/notifications/tellings/notified-words";
import { invitePerson } from "@/lib/people/invite-person";
import { contactSchema, idInput } from "@/lib/people/people.schema";
import type { ContactField } from "@/lib/people/shown-person";
import { updateContact } from "@/lib/people/update-contact";
import { withWithdrawn } from "@/lib/people/withdrawn-words";
import { basedOnField } from "@/lib/values/shown-record.schema";
import { saved } from "../../saved";

const person = { personId: idInput<PersonId>() };

export const saveContact = schoolAction({
  permission: "people:write",
  input: contactSchema.extend({ ...person, basedOn: basedOnField<ContactField>() }),
  run: async (ctx, input) => {
    const outcome = await updateContact(ctx, input);
    return saved(outcome, withWithdrawn("Saved.", outcome.withdrawn));
  },
});

export const invite = schoolAction({
  permission: "people:write",
  input: z.object(person),
  run: async (ctx, input) => {
    await invitePerson(ctx, input);
    refresh();
    return invitationText(await getInvitationOutcome(ctx, input.personId));
  },
});
