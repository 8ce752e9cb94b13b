import { contrast, INK, inkOn, mix, parseHex, readableOn, WHITE, type Hex } from "../ui/contrast";

type SchoolColours = { primaryColour: string | null; accentColour: string | null };

/** CSS custom properties for an element that carries `data-school-theme`. */
export type SchoolTheme = Record<`--school-${string}`, Hex>;

const LIGHT_SURFACES: readonly Hex[] = ["#fcf6e6", "#fffdf8", "#f4ebd4"];
const DARK_SURFACES: readonly Hex[] = ["#15130e", "#211e17", "#2c281f"];
const DARK_PAGE: Hex = "#15130e";
const BLACK: Hex = "#000000";

/**
 * Turns a school's two colours into tokens whose text reads at 4.5:1 or better in light and dark.
 * A missing or malformed colour leaves ours in place.
 */
export function schoolTheme({ primaryColour, accentColour }: SchoolColours): SchoolTheme {
  return { ...primaryTokens(parseHex(primaryColour)), ...accentTokens(parseHex(accentColour)) };
}

function primaryTokens(primary: Hex | null): SchoolTheme {
  if (primary === null) return {};
  return {
    ...withInk("--school-shell", legible(primary)),
    ...withInk("--school-shell-dark", legible(mix(primary, DARK_PAGE, 0.7))),
    ...withInk("--school-primary", legible(primary)),
    ...withInk("--school-primary-dark", legible(mix(primary, WHITE, 0.12))),
    ...withInk("--school-strong", readableOn(primary, [...LIGHT_SURFACES, WHITE], BLACK)),
    ...withInk("--school-strong-dark", readableOn(primary, [...DARK_SURFACES, INK], WHITE)),
    ...softTokens(primary),
  };
}

function softTokens(primary: Hex): SchoolTheme {
  const light = mix(primary, WHITE, 0.82);
  const dark = mix(primary, DARK_PAGE, 0.72);
  return {
    "--school-soft": light,
    "--school-soft-ink": readableOn(primary, [light], BLACK),
    "--school-soft-dark": dark,
    "--school-soft-dark-ink": readableOn(primary, [dark], WHITE),
  };
}

function accentTokens(accent: Hex | null): SchoolTheme {
  if (accent === null) return {};
  const fill = legible(accent);
  const away = inkOn(fill) === INK ? WHITE : BLACK;
  return { ...withInk("--school-accent", fill), "--school-accent-hover": mix(fill, away, 0.25) };
}

function withInk(name: `--school-${string}`, background: Hex): SchoolTheme {
  return { [name]: background, [`${name}-ink`]: inkOn(background) };
}

/** A few mid greys carry neither ink nor white at 4.5:1: they are darkened until white reads. */
function legible(colour: Hex): Hex {
  return contrast(inkOn(colour), colour) >= 4.5 ? colour : readableOn(colour, [WHITE], BLACK);
}
