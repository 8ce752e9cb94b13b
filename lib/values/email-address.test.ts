import { expect, it } from "vitest";
import { emailAddress, normaliseEmail } from "./email-address";

it.each([
  [" Parent@MusicNMe.example ", "parent@musicnme.example"],
  ["ｐarent@musicnme.example", "parent@musicnme.example"],
  ["a+b@x.example", "a+b@x.example"],
  ["sue&bob@x.example", "sue&bob@x.example"],
  ["o'brien@x.example", "o'brien@x.example"],
  ["jo@Müller.example", "jo@xn--mller-kva.example"],
  ["jo@mu\u0308ller.example", "jo@xn--mller-kva.example"],
  ["jo@xn--mller-kva.example", "jo@xn--mller-kva.example"],
  ["\u202Ajo@x.example\u202C", "jo@x.example"],
  ["jo.@x.example", "jo.@x.example"],
])("takes %s for %s", (typed, kept) => {
  expect(normaliseEmail(typed)).toBe(kept);
});

it.each([
  "",
  "parent",
  "a@b",
  "a b@x.example",
  "jo@-x.example",
  "jo@x..example",
  "jo@mü ller.example",
  "jo@mü/ller.example",
  "jö@x.example",
  "jo@x.example\nBcc: a@x.example",
  "<jo@x.example>",
  "a@x.example, b@x.example",
  `${"a".repeat(250)}@x.example`,
])("refuses %s as an address", (typed) => {
  expect(normaliseEmail(typed)).toBeNull();
});

it("may be left empty where it is asked for", () => {
  expect(emailAddress.parse(" ")).toBe("");
  expect(emailAddress.safeParse("sue").success).toBe(false);
});
