import { z } from "zod";
import type { LocationId } from "@/lib/ids";
import { dayField, idField, optionalField } from "./course.schema";

const name = z.string().trim().min(1, "Give it a name.").max(120);

export const locationInput = z.object({
  name,
  address: optionalField(z.string().trim().max(300)),
  phone: optionalField(z.string().trim().max(40)),
});

export const roomInput = z.object({
  name,
  locationId: idField<LocationId>(),
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
});

export const termInput = z.object({ name, startsOn: dayField, endsOn: dayField });
