import { expect, it } from "vitest";
import { normaliseEmail } from "./email-address";

it.each([
  [" Parent@MusicNMe.example ", "parent@musicnme.example"],
  ["ｐarent@musicnme.example", "parent@musicnme.example"],
  ["a+b@x.example", "a+b@x.example"],
])("takes %s for %s", (typed, kept) => {
  expect(normaliseEmail(typed)).toBe(kept);
});

it.each([
  "",
  "parent",
  "a@b",
  "a b@x.example",
  "a@x.example, b@x.example",
  `${"a".repeat(250)}@x.example`,
])("refuses %s as an address", (typed) => {
  expect(normaliseEmail(typed)).toBeNull();
});
