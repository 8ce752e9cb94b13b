import { z } from "zod";
import { defineEvent } from "./define-event";

/** Happenings of sign-in. They belong to no feature: they are told through a school of the person. */
const person = z.object({ personId: z.uuid() });

export const passwordResetRequested = defineEvent(
  "auth/password.reset-requested",
  person.extend({ passwordResetId: z.uuid() }),
);

/** Somebody can sign in to a school whom it could not reach so before, or as a guardian of more children. */
export const personJoined = defineEvent("people/person.joined", person);

export const passwordChanged = defineEvent("auth/password.changed", person);

/** A bearer token that acts as a person was made. */
export const apiTokenIssued = defineEvent(
  "auth/api-token.issued",
  person.extend({ tokenId: z.uuid(), name: z.string(), scope: z.enum(["READ", "WRITE"]) }),
);
