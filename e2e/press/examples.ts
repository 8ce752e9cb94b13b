import type { Field } from "./control";

type Facts = Pick<Field, "name" | "type" | "purpose">;

/**
 * A good value for each field of the app, by its name. A field that the press test does not know fails
 * it by name: add a line here, with a value that the form takes on the demo school. Choices (selects,
 * checkboxes, radio buttons) need none: the first one is taken.
 */
const BY_NAME: Record<string, string | (() => string)> = {
  accentColour: "#b45309",
  address: "14 Banksia Street, Newtown",
  bookUntil: () => `${dayFromNow(10)}T18:00`,
  bornOn: "2016-04-12",
  bufferMinutes: "5",
  capacity: "4",
  closesAt: () => `${dayFromNow(12)}T18:00`,
  date: () => dayFromNow(8),
  email: "sue.banks@family.example",
  endsOn: () => dayFromNow(29),
  endTime: "20:30",
  familyName: "Banks",
  givenName: "Sue",
  groupMinutes: "45",
  groupPriceMinor: "35.00",
  heldOn: () => dayFromNow(30),
  instrument: "piano",
  instruments: "piano, singing",
  legalName: "Music 'n Me Pty Ltd",
  lessonMinutes: "30",
  lessonPriceMinor: "50.00",
  message: "Could it be after five?",
  name: "Banksia",
  note: "Sue has a concert that day.",
  noticeHours: "24",
  on: () => dayFromNow(8),
  opensAt: () => `${dayFromNow(1)}T09:00`,
  other: () => `${dayFromNow(11)}T10:00`,
  overrideReason: "The family asked by telephone.",
  phone: "02 5550 0199",
  placeholderText: "1-on-1 week",
  primaryColour: "#7a2ea0",
  q: "Parker",
  reason: "The family asked by telephone.",
  reply: "Friday at five is free now.",
  startsOn: () => dayFromNow(29),
  startTime: "20:00",
  travelGapMinutes: "30",
  until: () => dayFromNow(9),
  validFrom: () => dayFromNow(1),
  validUntil: "",
};

/** Where the demo school has already what a name's example would make, by the words of the button. */
const BY_FORM: Record<string, Record<string, () => string>> = {
  "Add a term": { startsOn: () => dayFromNow(500), endsOn: () => dayFromNow(560) },
};

export const DEMO_PASSWORD = "demo-password";

/** Fields that say what they are for: whoever signs in is a parent of the demo school. */
const BY_PURPOSE: Record<string, string> = {
  username: "parent@musicnme.example",
  "current-password": DEMO_PASSWORD,
  "new-password": "seventeen purple wombats",
};

/** Fields whose name says no more than their type. */
const BY_TYPE: Record<string, string> = {
  color: "#7a2ea0",
  email: "sue.banks@family.example",
  tel: "02 5550 0199",
  url: "https://school.example/logo.png",
};

/** The example of a field in a form with these buttons; null where none is known. */
export function exampleFor(
  { name, type, purpose }: Facts,
  submits: readonly string[],
): string | null {
  const plain = name.replace(/\[\]$/, "");
  const own = submits.map((words) => BY_FORM[words]?.[plain]).find((each) => each !== undefined);
  const known = own ?? BY_PURPOSE[purpose] ?? BY_NAME[plain] ?? BY_TYPE[type] ?? null;
  return typeof known === "function" ? known() : known;
}

/** A day of the demo school's own time is far enough from midnight for this. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
