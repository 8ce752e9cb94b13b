import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldErrorsOf, inputOfForm, keptValuesOf } from "./form-input";

function formOf(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("what a form sends", () => {
  it("is a text for each field, a list where there are several or the name ends in []", () => {
    const form = formOf([
      ["name", "Mia"],
      ["week", "4"],
      ["week", "8"],
      ["day[]", "1"],
      ["$ACTION_ID_x", ""],
    ]);
    expect(inputOfForm(form)).toEqual({ name: "Mia", week: ["4", "8"], day: ["1"] });
    expect(keptValuesOf(form)).toEqual({
      values: { name: "Mia" },
      lists: { week: ["4", "8"], day: ["1"] },
    });
  });

  it("is never a file, a prototype or a character that cannot be kept", () => {
    const form = formOf([
      ["__proto__", "x"],
      ["__proto__[]", "x"],
      ["name", "a\0b"],
    ]);
    form.append("name[]", new File(["x"], "x.txt"));
    const input = inputOfForm(form);
    expect(input).toEqual({ name: [] });
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(keptValuesOf(form).lists)).toBe(Object.prototype);
  });

  it("is shown again after a refusal, but no password or token", () => {
    const form = formOf([
      ["email", "mia@x.example"],
      ["newPassword", "four lemons"],
      ["token", "abc"],
    ]);
    expect(keptValuesOf(form).values).toEqual({ email: "mia@x.example" });
  });

  it("is shown again whole, however long", () => {
    const basedOn = "x".repeat(60_000);
    expect(keptValuesOf(formOf([["basedOn", basedOn]])).values).toEqual({ basedOn });
  });

  it("is told wrong in words for a person", () => {
    const shape = z.object({ name: z.string().min(1, "Type a name."), age: z.coerce.number() });
    const { error } = shape.safeParse({ name: "", age: "old" });
    expect(error && fieldErrorsOf(error)).toEqual({ name: "Type a name.", age: "Fill this in." });
  });
});
