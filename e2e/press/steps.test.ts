import { describe, expect, it } from "vitest";
import type { Control, Field } from "./control";
import { stepsIn } from "./steps";

const HERE = "http://127.0.0.1:3000/musicnme/admin/courses?term=1";
const ASKED = { address: HERE, width: 1280, aroundToo: true };

function aControl(facts: Partial<Control>): Control {
  return {
    ...{ place: 0, tag: "button", type: "button", role: "", name: "", text: "Press", classes: "" },
    ...{ href: null, isDownload: false, form: null, where: "main", isDisabled: false, value: "" },
    ...facts,
  };
}

function aLink(href: string): Control {
  return aControl({ tag: "a", type: "", href: new URL(href, HERE).href });
}

const NAME: Field = {
  ...{ place: 0, tag: "input", type: "text", name: "name", label: "Name", value: "", purpose: "" },
  ...{ isChecked: false, isRequired: true, isShown: true, options: [], min: "", max: "" },
};
const HIDDEN: Field = { ...NAME, type: "hidden", isShown: false, value: "7" };

function mannersOf(controls: Control[], fields: Field[], submits = ["Save"]): string[] {
  const forms = [{ place: 0, method: "post", fields, submits }];
  return stepsIn({ controls, forms }, ASKED).steps.map(({ manner }) => manner);
}

describe("of what stands on a page", () => {
  it("a form is sent empty, then filled; one without fields once", () => {
    const submit = aControl({ type: "submit", form: 0 });
    expect(mannersOf([submit], [NAME])).toEqual(["empty", "valid"]);
    expect(mannersOf([submit], [HIDDEN])).toEqual(["valid"]);
  });

  it("a field is filled with its form; one that no button sends is pressed itself", () => {
    const field = aControl({ tag: "select", type: "select-one", form: 0 });
    expect(mannersOf([field], [NAME])).toEqual([]);
    expect(mannersOf([field], [NAME], [])).toEqual(["plain"]);
  });

  it("links to other pages are asked, those to other states of this page are pressed", () => {
    const asked = ["/musicnme/admin/people", "/musicnme/admin/people?q=x"];
    const pressed = [
      "?term=2",
      "#details",
      "/musicnme/a/calendar.ics",
      "tel:02",
      "https://x.example",
    ];
    const found = stepsIn({ controls: [...asked, ...pressed].map(aLink), forms: [] }, ASKED);
    expect(found.links).toEqual(asked.map((href) => new URL(href, HERE).href));
    expect(found.steps).toHaveLength(pressed.length);
  });

  it("a link to where one is already is left alone", () => {
    expect(stepsIn({ controls: [aLink("?term=1")], forms: [] }, ASKED)).toEqual({
      steps: [],
      links: [],
    });
  });

  it("a link to the part of the page that is come to already, too", () => {
    const asked = { ...ASKED, address: `${HERE}#details` };
    expect(stepsIn({ controls: [aLink("?term=1#details")], forms: [] }, asked).steps).toEqual([]);
    expect(stepsIn({ controls: [aLink("?term=1#details")], forms: [] }, ASKED).steps).toHaveLength(
      1,
    );
  });

  it("what stands around every page is pressed where that is asked for, at each width", () => {
    const findings = { controls: [aControl({ where: "around" })], forms: [] };
    expect(stepsIn(findings, { ...ASKED, aroundToo: false }).steps).toEqual([]);
    const keys = [1280, 360].map((width) => stepsIn(findings, { ...ASKED, width }).steps[0]?.key);
    expect(new Set(keys).size).toBe(2);
  });
});
