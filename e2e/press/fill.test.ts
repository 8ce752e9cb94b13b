import { describe, expect, it } from "vitest";
import type { Field, Form } from "./control";
import { emptyFilling, validFilling } from "./fill";

let place = 0;

function aField(facts: Partial<Field>): Field {
  return {
    ...{ place: (place += 1), tag: "input", type: "text", name: "name", label: "Name", value: "" },
    ...{
      isChecked: false,
      isRequired: true,
      isShown: true,
      options: [],
      min: "",
      max: "",
      purpose: "",
    },
    ...facts,
  };
}

function aForm(...fields: Field[]): Form {
  return { place: 0, method: "post", fields, submits: ["Save"] };
}

describe("a form is filled well", () => {
  it("where a field is empty; what stands there stays", () => {
    const form = aForm(aField({ place: 1 }), aField({ place: 2, value: "Studio" }));
    expect(validFilling(form)).toEqual({ filling: [{ place: 1, value: "Banksia" }], unknown: [] });
  });

  it("by the first of the choices, where none is chosen", () => {
    const radio = { type: "radio", name: "at" };
    const form = aForm(
      aField({ ...radio, place: 1, value: "3 pm" }),
      aField({ ...radio, place: 2, value: "4 pm" }),
      aField({ place: 3, tag: "select", type: "select-one", options: ["", "a", "b"] }),
      aField({ place: 4, type: "checkbox", name: "sure", value: "on" }),
    );
    expect(validFilling(form).filling).toEqual([
      { place: 1, value: "3 pm", check: true },
      { place: 3, value: "a" },
      { place: 4, value: "on", check: true },
    ]);
  });

  it("by its own form's example, where the school has already what the field's would make", () => {
    const startsOn = aField({ place: 1, name: "startsOn", type: "date" });
    const filledIn = (submits: string[]) =>
      validFilling({ ...aForm(startsOn), submits }).filling[0]?.value ?? "";
    expect(filledIn(["Add a term"]) > filledIn(["Save"])).toBe(true);
  });

  it("and leaves the choice that is made", () => {
    const radio = { type: "radio", name: "at" };
    const form = aForm(aField({ ...radio }), aField({ ...radio, isChecked: true }));
    expect(validFilling(form).filling).toEqual([]);
  });

  it.each(["text", "date", "number", "time", "file"])(
    "and a field of type %s that no example is known for is named, also where it is filled",
    (type) => {
      const form = aForm(aField({ type, name: "shoeSize", label: "Shoe size", value: "42" }));
      expect(validFilling(form).unknown).toEqual([`shoeSize (${type}, "Shoe size")`]);
    },
  );

  it("but none that is not shown", () => {
    const hidden = aField({ name: "requestKey", type: "hidden", isShown: false });
    expect(validFilling(aForm(hidden))).toEqual({ filling: [], unknown: [] });
  });
});

describe("a form is emptied", () => {
  it("of all that a person can take out of it", () => {
    const form = aForm(
      aField({ place: 1, value: "Studio" }),
      aField({ place: 2, type: "checkbox", isChecked: true }),
      aField({ place: 3, tag: "select", type: "select-one", options: ["", "a"], value: "a" }),
      aField({ place: 4, tag: "select", type: "select-one", options: ["a", "b"], value: "b" }),
      aField({ place: 5, type: "hidden", isShown: false, value: "7" }),
    );
    expect(emptyFilling(form)).toEqual([
      { place: 1, value: "" },
      { place: 2, value: "", check: false },
      { place: 3, value: "" },
      { place: 4, value: "a" },
    ]);
  });
});
