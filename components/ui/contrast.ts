/** A colour as "#rrggbb", lower case. */
export type Hex = `#${string}`;

export const INK: Hex = "#080808";
export const WHITE: Hex = "#ffffff";

export function parseHex(text: string | null): Hex | null {
  if (text === null || !/^#[0-9a-f]{6}$/i.test(text)) return null;
  return text.toLowerCase() as Hex;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `share` of `towards` (0 to 1) in `from`. */
export function mix(from: Hex, towards: Hex, share: number): Hex {
  const target = channels(towards);
  const mixed = channels(from).map((channel, index) =>
    Math.round(channel + ((target[index] ?? 0) - channel) * share)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${mixed.join("")}`;
}

/** Ink or white, whichever reads better on the colour. */
export function inkOn(background: Hex): Hex {
  return contrast(INK, background) >= contrast(WHITE, background) ? INK : WHITE;
}

/** The colour, mixed towards black or white only as far as it must be to reach the ratio on all backgrounds. */
export function readableOn(colour: Hex, backgrounds: readonly Hex[], towards: Hex): Hex {
  for (let step = 0; step < 50; step += 1) {
    const candidate = mix(colour, towards, step / 50);
    if (backgrounds.every((background) => contrast(candidate, background) >= 4.5)) return candidate;
  }
  return towards;
}

function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Hex): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
