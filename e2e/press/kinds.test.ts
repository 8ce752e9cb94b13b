import { describe, expect, it } from "vitest";
import type { Control, Field, Form } from "./control";
import { kindsOf, shapeOfLink, wordsOf } from "./kinds";

const ORIGIN = "http://127.0.0.1:3000";
const ID = "01a21537-1102-7580-b99d-d3a7d4824bdc";

function aControl(facts: Partial<Control>): Control {
  return {
    ...{ place: 0, tag: "button", type: "button", role: "", name: "", text: "", classes: "quiet" },
    ...{ href: null, isDownload: false, form: null, where: "main", isDisabled: false, value: "" },
    ...facts,
  };
}

function aLink(href: string, text = "More"): Control {
  return aControl({ tag: "a", type: "", text, href: `${ORIGIN}${href}` });
}

function aForm(place: number, names: readonly string[], hidden: Record<string, string> = {}): Form {
  const facts = { tag: "input", label: "", isChecked: false, isRequired: false, options: [] };
  const field = (name: string, type: string, value: string): Field => {
    return {
      ...facts,
      ...{ place: 0, name, type, value, min: "", max: "", purpose: "" },
      isShown: type === "text",
    };
  };
  const fields = [
    ...names.map((name) => field(name, "text", "")),
    ...Object.entries(hidden).map(([name, value]) => field(name, "hidden", value)),
  ];
  return { place, method: "post", fields, submits: ["Save"] };
}

function textsOf(controls: readonly Control[], forms: Form[] = []): string[] {
  return kindsOf({ controls: [...controls], forms }, ORIGIN).map(({ control }) => control.text);
}

describe("one control of each kind is pressed", () => {
  it("of forty equal buttons the first", () => {
    const forms = [...Array(40).keys()].map((place) =>
      aForm(place, [], { roomId: `${place}-${ID}` }),
    );
    const buttons = forms.map(({ place }) =>
      aControl({ place, form: place, type: "submit", text: "Remove" }),
    );
    expect(
      kindsOf({ controls: buttons, forms }, ORIGIN).map(({ control }) => control.place),
    ).toEqual([0]);
  });

  it("of buttons that each name their own week, day or time the first", () => {
    const texts = ["Week 4, Mon 7 Dec", "Week 8, Tue 5 Jan", "Week 10, Mon 18 Jan"];
    expect(textsOf(texts.map((text) => aControl({ text })))).toEqual(["Week 4, Mon 7 Dec"]);
  });

  it("of a list of people, all alike but for their names, the first", () => {
    const names = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus"];
    expect(textsOf(names.map((name) => aControl({ text: `Enrol ${name}` })))).toEqual([
      "Enrol Ada",
    ]);
  });

  it("of a few buttons with their own words each", () => {
    const texts = ["Alternate", "Every second", "Every fourth"];
    expect(textsOf(texts.map((text) => aControl({ text })))).toEqual(texts);
  });

  it("of equal words in forms with other fields, or with another hidden word, each", () => {
    const forms = [
      aForm(0, ["name"]),
      aForm(1, ["email"]),
      aForm(2, [], { change: "renew" }),
      aForm(3, [], { change: "revoke" }),
    ];
    const buttons = forms.map(({ place }) =>
      aControl({ form: place, type: "submit", text: "Save" }),
    );
    expect(textsOf(buttons, forms)).toHaveLength(4);
  });

  it("and of equal searches from other states of a page as one", () => {
    const forms = [aForm(0, ["q"], { view: "day" }), aForm(1, ["q"], { view: "week" })];
    const searches = forms.map((form) => ({ ...form, method: "get" }));
    const buttons = forms.map(({ place }) => aControl({ form: place, text: "Search" }));
    expect(textsOf(buttons, searches)).toHaveLength(1);
  });

  it("but none that cannot be pressed, which does not hide one that can", () => {
    const [off, on] = [
      aControl({ text: "Save", isDisabled: true }),
      aControl({ text: "Save", place: 1 }),
    ];
    expect(
      kindsOf({ controls: [off, on], forms: [] }, ORIGIN).map(({ control }) => control),
    ).toEqual([on]);
  });

  it("and the same button once more where it stands in a dialog", () => {
    expect(
      textsOf([aControl({ text: "Close" }), aControl({ text: "Close", where: "dialog" })]),
    ).toHaveLength(2);
  });
});

describe("links are one kind", () => {
  it("when they lead to one route with the same parameters, whatever is named in it", () => {
    const links = [aLink(`/musicnme/admin/courses/${ID}`), aLink("/musicnme/admin/courses/7")];
    expect(textsOf(links)).toHaveLength(1);
  });

  it.each([
    ["another route", "/musicnme/admin/courses", "/musicnme/admin/people"],
    ["another parameter", "/musicnme/admin/courses?term=1", "/musicnme/admin/courses?kind=band"],
    ["a part of the page", "/musicnme/admin/courses", "/musicnme/admin/courses#details"],
  ])("and not when one leads to %s", (_what, one, other) => {
    expect(textsOf([aLink(one), aLink(other)])).toHaveLength(2);
  });

  it("and not by what stays of the present address", () => {
    const day = (address: string) => shapeOfLink(`${address}&view=day`, address);
    expect(day(`${ORIGIN}/calendar?room=1`)).toBe(day(`${ORIGIN}/calendar?teacher=1`));
    expect(day(`${ORIGIN}/calendar?room=1`)).toBe("/calendar?view");
    expect(shapeOfLink(`${ORIGIN}/calendar?view=day`, `${ORIGIN}/calendar?entry=1`)).toBe(
      "/calendar?view",
    );
    expect(shapeOfLink(`${ORIGIN}/calendar?a=1`, `${ORIGIN}/calendar?a=1&b=1`)).toBe(
      "/calendar?fewer",
    );
  });

  it("and are told by where they leave to", () => {
    expect(shapeOfLink("tel:0255500100", ORIGIN)).toBe("tel:");
    expect(shapeOfLink("https://elsewhere.example/x", ORIGIN)).toBe("to another site");
    expect(shapeOfLink(`${ORIGIN}/a/${ID}?b=1&a=2#c`, ORIGIN)).toBe("/a/*?a&b#");
  });
});

it.each([
  ["Wednesday 2 December, 4:30 pm", "#"],
  ["Next week", "Next week"],
  ["21 to 40 of 150", "# to # of #"],
  ["Monday lessons", "# lessons"],
])("the words of %s are %s", (text, words) => {
  expect(wordsOf(text)).toBe(words);
});
