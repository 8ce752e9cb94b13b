import { z } from "zod";
import type { LocationId, RoomId, TermId } from "@/lib/ids";
import { phoneNumber } from "@/lib/values/phone-number";
import { cleanLine, lineText, nameText } from "@/lib/values/typed-text";
import { wholeNumber } from "@/lib/values/whole-number";
import { basedOnField } from "@/lib/values/shown-record.schema";
import { dayField, idField, optionalField } from "./course.schema";
import type { LocationField, RoomField } from "./shown-places";

const name = nameText(120, "Give it a name.");

const locationId = idField<LocationId>();
const roomId = idField<RoomId>();
const archived = z.enum(["yes", "no"]).transform((text) => text === "yes");

export const locationInput = z.object({
  name,
  address: optionalField(lineText(300)),
  phone: optionalField(phoneNumber),
});

const roomFacts = {
  name,
  capacity: wholeNumber({ least: 1, most: 500, of: "people" }),
  /** "piano, singing"; nothing means everything. */
  instruments: z
    .string()
    .max(300)
    .transform((text) =>
      text
        .split(",")
        .map(cleanLine)
        .filter((part) => part !== ""),
    ),
};

export const roomInput = z.object({ ...roomFacts, locationId });
export const roomChangeInput = z.object({
  ...{ ...roomFacts, roomId },
  basedOn: basedOnField<RoomField>(),
});
export const roomArchiveInput = z.object({ roomId, archived });
export const locationChangeInput = locationInput.extend({
  locationId,
  basedOn: basedOnField<LocationField>(),
});
export const locationArchiveInput = z.object({ locationId, archived });

export const termInput = z.object({ name, startsOn: dayField, endsOn: dayField });
export const termNameInput = z.object({
  ...{ name, termId: idField<TermId>() },
  basedOn: basedOnField<"name">(),
});
