import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, type Hex } from "../ui/contrast";
import { schoolTheme, type SchoolTheme } from "./school-theme";

const LIGHT: readonly Hex[] = ["#fcf6e6", "#fffdf8", "#f4ebd4"];
const DARK: readonly Hex[] = ["#15130e", "#211e17", "#2c281f"];
const FILLS = ["shell", "shell-dark", "primary", "primary-dark", "strong", "strong-dark"] as const;

const anyColour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);

function token(theme: SchoolTheme, name: string): Hex {
  const value = theme[`--school-${name}`];
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
}

describe("a school's own colours", () => {
  it("leave ours in place when none are set or they are malformed", () => {
    expect(schoolTheme({ primaryColour: null, accentColour: null })).toEqual({});
    expect(schoolTheme({ primaryColour: "red", accentColour: "#12345;x:url(" })).toEqual({});
  });

  it("are kept as they are where text reads on them", () => {
    const theme = schoolTheme({ primaryColour: "#0F766E", accentColour: "#FFCE00" });
    expect(theme["--school-primary"]).toBe("#0f766e");
    expect(theme["--school-accent"]).toBe("#ffce00");
    expect(theme["--school-accent-ink"]).toBe("#080808");
  });

  it("carry readable text whatever the school picked", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const theme = schoolTheme({ primaryColour: colour, accentColour: colour });
        for (const fill of [...FILLS, "accent", "soft", "soft-dark"]) {
          const ratio = contrast(token(theme, fill), token(theme, `${fill}-ink`));
          expect(ratio, fill).toBeGreaterThanOrEqual(4.5);
        }
        const hovered = contrast(token(theme, "accent-hover"), token(theme, "accent-ink"));
        expect(hovered).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("read as links on every surface, light and dark", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const theme = schoolTheme({ primaryColour: colour, accentColour: null });
        for (const surface of LIGHT) {
          expect(contrast(token(theme, "strong"), surface)).toBeGreaterThanOrEqual(4.5);
        }
        for (const surface of DARK) {
          expect(contrast(token(theme, "strong-dark"), surface)).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });
});
