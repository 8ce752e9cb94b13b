import { z } from "zod";
import type { LocationId, RoomId, TermId } from "@/lib/ids";
import { dayField, idField, optionalField } from "./course.schema";

const name = z.string().trim().min(1, "Give it a name.").max(120);

const locationId = idField<LocationId>();
const roomId = idField<RoomId>();
const archived = z.enum(["yes", "no"]).transform((text) => text === "yes");

export const locationInput = z.object({
  name,
  address: optionalField(z.string().trim().max(300)),
  phone: optionalField(z.string().trim().max(40)),
});

const roomFacts = {
  name,
  capacity: z.coerce.number("Give a number of people.").int().min(1).max(500),
  /** "piano, singing"; nothing means everything. */
  instruments: z
    .string()
    .max(300)
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    ),
};

export const roomInput = z.object({ ...roomFacts, locationId });
export const roomChangeInput = z.object({ ...roomFacts, roomId });
export const roomArchiveInput = z.object({ roomId, archived });
export const locationChangeInput = locationInput.extend({ locationId });
export const locationArchiveInput = z.object({ locationId, archived });

export const termInput = z.object({ name, startsOn: dayField, endsOn: dayField });
export const termNameInput = z.object({ name, termId: idField<TermId>() });
