import { expect, it } from "vitest";
import { phoneHref, phoneNumber } from "./phone-number";

it.each([
  ["0491 570 156", "0491 570 156", "tel:0491570156"],
  ["\u202A+61\u00A0491\u2009570\u2011156\u202C", "+61 491 570-156", "tel:+61491570156"],
  ["(02) 9555.0100", "(02) 9555.0100", "tel:0295550100"],
  ["02 9555 0100 ext 3", "02 9555 0100 ext 3", "tel:0295550100;ext=3"],
  ["02 9555 0100 EXT. 12", "02 9555 0100 EXT. 12", "tel:0295550100;ext=12"],
  ["02 9555 0100 x3", "02 9555 0100 x3", "tel:0295550100;ext=3"],
  ["０４９１ ５７０ １５６", "0491 570 156", "tel:0491570156"],
  ["٠٤٩١ ٥٧٠ ١٥٦", "0491 570 156", "tel:0491570156"],
  ["۰۴۹۱ ۵۷۰ ۱۵۶", "0491 570 156", "tel:0491570156"],
  ["০৪৯১ ৫৭০ ১৫৬", "0491 570 156", "tel:0491570156"],
  ["๐๔๙๑ ๕๗๐ ๑๕๖", "0491 570 156", "tel:0491570156"],
  ["+61 (0)2 9555 0100", "+61 (0)2 9555 0100", "tel:+61295550100"],
  ["(0)2 9555 0100", "(0)2 9555 0100", "tel:0295550100"],
  ["0491 570 006 / 02 9555 0100", "0491 570 006 / 02 9555 0100", "tel:0491570006"],
  ["030/1234567", "030/1234567", "tel:0301234567"],
  ["131 444", "131 444", "tel:131444"],
])("a number pasted as %j is kept as %j and dialled", (typed, kept, href) => {
  expect(phoneNumber.parse(typed)).toBe(kept);
  expect(phoneHref(kept)).toBe(href);
});

it("may be left empty", () => {
  expect(phoneNumber.parse(" ")).toBe("");
});

it.each(["12", "none", "0491 570 156 or 0491 570 157", "javascript:alert(1)", "1".repeat(30), "+"])(
  "%j is no phone number",
  (typed) => {
    expect(phoneNumber.safeParse(typed).success).toBe(false);
  },
);
