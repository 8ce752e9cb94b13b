import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, mailPalettes } from "./mail-palette";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("the colours of a mail", () => {
  test("contrast is measured as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#ffffff", "#4580e4")).toBeCloseTo(3.85, 1);
    expect(contrast("#080808", "#4580e4")).toBeCloseTo(5.2, 1);
  });

  test("whatever two colours a school sets, every text can be read in light and dark", () => {
    fc.assert(
      fc.property(colour, colour, (primaryColour, accentColour) => {
        const { light, dark } = mailPalettes({ primaryColour, accentColour });
        for (const scheme of [light, dark]) {
          const pairs = [
            [scheme.onHeader, scheme.header],
            [scheme.onButton, scheme.button],
            ...[scheme.page, scheme.card, scheme.panel].flatMap((background) => [
              [scheme.text, background],
              [scheme.soft, background],
              [scheme.link, background],
            ]),
          ];
          for (const [text = "", background = ""] of pairs) {
            expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
          }
        }
      }),
    );
  });

  test("a school's colours are used as they are, and ours when a value is no colour", () => {
    const own = mailPalettes({ primaryColour: "#663399", accentColour: "#96DAC9" }).light;
    expect([own.header, own.button]).toEqual(["#663399", "#96dac9"]);
    const ours = mailPalettes({ primaryColour: "red", accentColour: null }).light;
    expect([ours.header, ours.button]).toEqual(["#4580e4", "#ffce00"]);
  });
});
