import { describe, expect, it } from "vitest";
import { basedOnField } from "./shown-record.schema";
import { AS_IT_STANDS, decideSave, shownFrom, shownText } from "./shown-record";

const OPENED = { name: "Loft", capacity: "6" };

describe("a save of a form", () => {
  it.each([
    ["goes ahead on what the form showed", OPENED, OPENED, { ...OPENED, capacity: "8" }, "save"],
    [
      "is told when somebody changed the same field meanwhile",
      OPENED,
      { ...OPENED, capacity: "4" },
      { ...OPENED, capacity: "8" },
      "changed-meanwhile",
    ],
    [
      "is told when somebody changed another field, which it would put back",
      OPENED,
      { ...OPENED, name: "Attic" },
      { ...OPENED, capacity: "8" },
      "changed-meanwhile",
    ],
    [
      "writes nothing when both typed the same",
      OPENED,
      { ...OPENED, capacity: "8" },
      { ...OPENED, capacity: "8" },
      "unchanged",
    ],
    ["writes nothing when nothing was typed", OPENED, OPENED, OPENED, "unchanged"],
    [
      "puts nothing back when nothing was typed",
      OPENED,
      { ...OPENED, name: "Attic" },
      OPENED,
      "unchanged",
    ],
    ["that is based on nothing is told", {}, OPENED, { ...OPENED, name: "A" }, "changed-meanwhile"],
    [
      "by a program that saw no form goes ahead",
      AS_IT_STANDS,
      OPENED,
      { ...OPENED, name: "A" },
      "save",
    ],
  ] as const)("%s", (_, basedOn, present, wanted, expected) => {
    expect(decideSave({ basedOn, present, wanted })).toBe(expected);
  });

  it("carries what was shown as text; what cannot be read is based on nothing", () => {
    expect(shownFrom(shownText(OPENED))).toEqual(OPENED);
    for (const text of ["", "{", "[1]", "null", '{"name":1}', '"x"']) {
      expect(shownFrom(text)).toEqual({});
    }
    expect(basedOnField().parse(undefined)).toEqual({});
  });
});
