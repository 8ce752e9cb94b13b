import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, parseHex, type Hex } from "./contrast";

const CSS = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const DECLARATION = /--([\w-]+):\s*var\(--light,\s*([^;]+?)\)\s*var\(--dark,\s*([^;]+?)\);/g;

type Mode = "light" | "dark";

const tokens = new Map(
  [...CSS.matchAll(DECLARATION)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light: ownValue(light), dark: ownValue(dark) },
  ]),
);

const SURFACES = ["surface", "surface-raised", "surface-sunken"];
const KINDS = ["individual", "group", "band", "hybrid-group", "hybrid-individual", "one-off"];

const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...SURFACES.flatMap((surface) =>
    ["ink", "ink-soft", "primary-strong", "danger-strong", "success-mark"].map(
      (ink) => [ink, surface] as const,
    ),
  ),
  ...KINDS.map((kind) => [`kind-${kind}-ink`, `kind-${kind}`] as const),
  ...["shell", "primary", "primary-strong", "primary-soft", "accent", "danger-strong"].map(
    (fill) => [`${fill}-ink`, fill] as const,
  ),
  ["accent-ink", "accent-hover"],
  ...["success", "warning", "danger"].map((fill) => [`${fill}-ink`, fill] as const),
  ...["success", "warning", "danger", "primary-soft"].map((fill) => ["ink", fill] as const),
  ...KINDS.map((kind) => ["ink", `kind-${kind}`] as const),
];

const EDGE_PAIRS: readonly (readonly [string, string])[] = SURFACES.flatMap((surface) =>
  ["line-strong", "focus"].map((edge) => [edge, surface] as const),
);

/** The value that stands when no school has set its own. */
function ownValue(value: string): Hex {
  const hex = parseHex(/#[0-9a-f]{6}/i.exec(value)?.[0] ?? null);
  if (hex === null) throw new Error(`not a colour: ${value}`);
  return hex;
}

/** Text and fill that one class string names together, in the same state. */
function pairsIn(source: string): string[] {
  return [...source.matchAll(/"([^"\n]*\bbg-[^"\n]*)"/g)].flatMap(([, classes = ""]) => {
    const words = classes.split(/\s+/);
    return words.flatMap((word) => {
      const [, state = "", fill = ""] = /^(.*:)?bg-([a-z-]+)$/.exec(word) ?? [];
      return words
        .filter((other) => other.startsWith(`${state}text-`))
        .map((other) => other.slice(state.length + "text-".length))
        .filter((ink) => tokens.has(ink) && tokens.has(fill))
        .map((ink) => `${ink} on ${fill}`);
    });
  });
}

function ratio(front: string, back: string, mode: Mode): number {
  const [ink, fill] = [tokens.get(front), tokens.get(back)];
  if (ink === undefined || fill === undefined) throw new Error(`no token ${front} or ${back}`);
  return contrast(ink[mode], fill[mode]);
}

describe.each(["light", "dark"] as const)("in the %s theme", (mode) => {
  it.each(TEXT_PAIRS)("%s reads on %s", (ink, fill) => {
    expect(ratio(ink, fill, mode)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGE_PAIRS)("%s stands out from %s", (edge, fill) => {
    expect(ratio(edge, fill, mode)).toBeGreaterThanOrEqual(3);
  });
});

describe("the tokens", () => {
  it("give every fill with text its own ink", () => {
    const inks = [...tokens.keys()].filter((name) => name.endsWith("-ink"));
    const tested = new Set(TEXT_PAIRS.map(([ink]) => ink));
    expect(inks.filter((ink) => !tested.has(ink))).toEqual([]);
  });

  it("are only paired in ways that are tested", () => {
    const tested = new Set(TEXT_PAIRS.map(([ink, fill]) => `${ink} on ${fill}`));
    const untested = globSync("{app,components}/**/*.tsx").flatMap((file) =>
      pairsIn(readFileSync(file, "utf8"))
        .filter((pair) => !tested.has(pair))
        .map((pair) => `${file}: ${pair}`),
    );
    expect(untested).toEqual([]);
  });

  it("are the surfaces that a school's colours are held against", () => {
    const theme = readFileSync(new URL("../shell/school-theme.ts", import.meta.url), "utf8");
    for (const surface of SURFACES) {
      expect(theme).toContain(tokens.get(surface)?.light);
      expect(theme).toContain(tokens.get(surface)?.dark);
    }
  });
});
