import { describe, expect, it } from "vitest";
import type { Look } from "./control";
import { faultsOf, hasEffect, type Sight } from "./judge";

const LOOK: Look = {
  ...{ url: "http://127.0.0.1/x", title: "Rooms", heading: "Rooms" },
  ...{ alerts: [], statuses: [], wrongFields: [], waysOn: 9 },
};

/** A press after which nothing at all was seen. */
const NOTHING: Sight = {
  ...{ manner: "plain", requests: 0, navigated: false, focusMoved: false, changes: 0 },
  ...{
    effects: [],
    others: [],
    badAnswers: [],
    complaints: [],
    serverErrors: [],
    changedTables: [],
  },
  ...{ before: LOOK, after: LOOK },
};

const PRESSED: Sight = { ...NOTHING, requests: 1, changes: 3 };

describe("a press has an effect", () => {
  it.each<[string, Partial<Sight>]>([
    ["the app is asked for something", { requests: 1 }],
    ["another page is come to", { navigated: true }],
    ["the focus goes elsewhere", { focusMoved: true }],
    ["something shows or goes", { changes: 1 }],
    ["it prints, copies, or leaves by mail or telephone", { effects: ["printing"] }],
    ["the browser hands over a file", { others: ["a file: lesson.ics"] }],
  ])("when %s", (_what, seen) => {
    expect(hasEffect({ ...NOTHING, ...seen })).toBe(true);
  });

  it("and is a fault when it has none", () => {
    expect(faultsOf(NOTHING).join()).toMatch(/^nothing happened/);
    expect(faultsOf(PRESSED)).toEqual([]);
  });
});

describe("a press is a fault, whatever it did, when", () => {
  const after = (look: Partial<Look>): Partial<Sight> => ({ after: { ...LOOK, ...look } });

  it.each<[string, Partial<Sight>, RegExp]>([
    ["the app answers 415", { badAnswers: ["POST /x answered 415"] }, /answered 415/],
    ["the console has an error", { complaints: ["Refused to load"] }, /console says: Refused/],
    ["the server logs an error", { serverErrors: ['{"level":50}'] }, /server logged/],
    ["the page leads nowhere", after({ waysOn: 0 }), /no way on/],
    ["the page has no heading", after({ heading: "" }), /no heading/],
    ["a plain press is answered by an alarm", after({ alerts: ["Gone"] }), /refused: Gone/],
    [
      "valid input is refused at a field",
      { manner: "valid", ...after({ wrongFields: ["Name: Fill this in."] }) },
      /valid value was refused: Name/,
    ],
    ["valid input is refused", { manner: "valid", ...after({ alerts: ["No"] }) }, /refused: No/],
    [
      "the browser holds valid input back",
      { manner: "valid", effects: ["asks for Last day"] },
      /asks for Last day/,
    ],
    [
      "it says that it failed and has done something",
      { manner: "valid", changedTables: ["room"], ...after({ alerts: ["No"] }) },
      /failed and changed room/,
    ],
    [
      "an empty form is refused and yet changes something",
      { manner: "empty", changedTables: ["room"], ...after({ wrongFields: ["Name: Empty"] }) },
      /refused and changed room/,
    ],
    [
      "an empty form is saved",
      { manner: "empty", changedTables: ["room"] },
      /taken and changed room/,
    ],
  ])("%s", (_what, seen, fault) => {
    expect(faultsOf({ ...PRESSED, ...seen }).join("\n")).toMatch(fault);
  });
});

describe("it is no fault", () => {
  it("that an empty form is refused", () => {
    const after = { ...LOOK, alerts: ["Check the fields."], wrongFields: ["Name: Fill this in."] };
    expect(faultsOf({ ...PRESSED, manner: "empty", after })).toEqual([]);
  });

  it("that the browser asks for what is empty", () => {
    expect(faultsOf({ ...NOTHING, manner: "empty", effects: ["asks for Name"] })).toEqual([]);
  });

  it("that an alarm stays which was there before", () => {
    const look = { ...LOOK, alerts: ["3 jobs wait"] };
    expect(faultsOf({ ...PRESSED, before: look, after: look })).toEqual([]);
  });
});
