/** The colours of a mail in one scheme; every text colour has 4.5:1 on what it stands on. */
export type MailPalette = {
  page: string;
  card: string;
  panel: string;
  text: string;
  soft: string;
  link: string;
  header: string;
  onHeader: string;
  button: string;
  onButton: string;
};

const PRIMARY = "#4580e4";
const ACCENT = "#ffce00";
const INK = "#080808";
const WHITE = "#ffffff";
const READABLE = 4.5;
const STEPS = 20;

/** Light and dark colours from the two of the school; ours where it has none that can be read. */
export function mailPalettes(school: {
  primaryColour: string | null;
  accentColour: string | null;
}): { light: MailPalette; dark: MailPalette } {
  const header = hexColour(school.primaryColour) ?? PRIMARY;
  const button = hexColour(school.accentColour) ?? ACCENT;
  const same = { header, onHeader: textOn(header), button, onButton: textOn(button) };
  return {
    light: {
      page: "#fcf6e6",
      card: WHITE,
      panel: "#fcf6e6",
      text: INK,
      soft: "#5a5647",
      link: readableOn(header, "#fcf6e6", INK),
      ...same,
    },
    dark: {
      page: "#17150f",
      card: "#232018",
      panel: "#2f2b20",
      text: "#f7f1df",
      soft: "#c4bca4",
      link: readableOn(header, "#2f2b20", WHITE),
      ...same,
    },
  };
}

/** WCAG 2.2 contrast ratio of two "#rrggbb" colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
}

function hexColour(colour: string | null): string | null {
  return colour !== null && /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : null;
}

/** Ink where it can be read, else white, else black: one of them reaches 4.5 on any colour. */
function textOn(background: string): string {
  const found = [INK, WHITE].find((text) => contrast(text, background) >= READABLE);
  return found ?? "#000000";
}

/** The colour itself, or the first mixture with `towards` that can be read on the background. */
function readableOn(colour: string, background: string, towards: string): string {
  for (let step = 0; step <= STEPS; step++) {
    const mixed = mix(colour, towards, step / STEPS);
    if (contrast(mixed, background) >= READABLE) return mixed;
  }
  return towards;
}

function mix(a: string, b: string, share: number): string {
  const [from, to] = [channels(a), channels(b)];
  const mixed = from.map((value, index) => value + ((to[index] ?? 0) - value) * share);
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
