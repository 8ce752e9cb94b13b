import type { LocationRow, RoomRow } from "@/lib/scheduling/list-places";
import type { FormField } from "./fields-form";

/** The fields of a location, empty or with what stands there now. */
export function locationFields(location?: LocationRow): FormField[] {
  return [
    { name: "name", label: "Name", initial: location?.name ?? "" },
    { name: "address", label: "Address", optional: true, initial: location?.address ?? "" },
    { name: "phone", label: "Phone", optional: true, initial: location?.phone ?? "" },
  ];
}

/** Those of a room; where it is, is chosen once. */
export function roomFields(room?: RoomRow): FormField[] {
  return [
    { name: "name", label: "Name", initial: room?.name ?? "" },
    { name: "capacity", label: "People", type: "number", initial: String(room?.capacity ?? "") },
    {
      name: "instruments",
      label: "Fitted for",
      hint: "Such as piano, singing. Empty: everything.",
      optional: true,
      initial: room?.instruments.join(", ") ?? "",
    },
  ];
}
