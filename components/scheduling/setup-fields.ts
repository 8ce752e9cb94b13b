import type { FormField } from "./field-inputs";

export const TERM_FIELDS: readonly FormField[] = [{ name: "name", label: "Name" }];

export const LOCATION_FIELDS: readonly FormField[] = [
  { name: "name", label: "Name" },
  { name: "address", label: "Address", optional: true },
  { name: "phone", label: "Phone", optional: true },
];

/** Where a room is, is chosen once. */
export const ROOM_FIELDS: readonly FormField[] = [
  { name: "name", label: "Name" },
  { name: "capacity", label: "People", type: "number" },
  {
    name: "instruments",
    label: "Equipped for",
    hint: "Such as piano, singing. Leave empty for all.",
    optional: true,
  },
];
