import type { CSSProperties } from "react";
import type { MailPalette } from "./mail-palette";

const BODY_FONT = '"Nunito Sans", "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const HEADING_FONT = '"Baloo 2", Fredoka, "Trebuchet MS", "Segoe UI", Arial, sans-serif';

export type MailStyle = ReturnType<typeof mailStyle>;

/** Inline styles for the light scheme: what every mail program understands. */
export function mailStyle(colours: MailPalette) {
  return { ...blockStyle(colours), ...textStyle(colours), button: buttonStyle(colours) };
}

function blockStyle(colours: MailPalette) {
  return {
    page: { margin: 0, padding: "24px 12px", backgroundColor: colours.page, fontFamily: BODY_FONT },
    frame: { maxWidth: "600px", width: "100%", margin: "0 auto" },
    header: {
      backgroundColor: colours.header,
      borderRadius: "16px 16px 0 0",
      borderBottom: `6px solid ${colours.button}`,
      padding: "20px 24px",
    },
    logo: { display: "block", maxHeight: "48px", width: "auto", marginBottom: "8px" },
    card: {
      backgroundColor: colours.card,
      borderRadius: "0 0 16px 16px",
      padding: "28px 24px 12px",
    },
    panel: {
      backgroundColor: colours.panel,
      borderRadius: "14px",
      marginBottom: "16px",
      padding: "16px",
    },
    footerBlock: { padding: "16px 24px" },
  } satisfies Record<string, CSSProperties>;
}

function textStyle({ text, soft, link, onHeader }: MailPalette) {
  const heading = { fontFamily: HEADING_FONT, fontWeight: 700 };
  const body = { margin: "0 0 16px", ...size(16, 24), color: text };
  return {
    schoolName: { margin: 0, ...heading, ...size(20, 26), color: onHeader },
    heading: { margin: "0 0 16px", ...heading, ...size(26, 32), color: text },
    text: body,
    note: { ...body, ...size(14, 21), color: soft },
    panelLabel: { margin: 0, ...size(14, 20), color: soft },
    panelTitle: { margin: "0 0 8px", ...size(17, 24), fontWeight: 700, color: text },
    fact: { margin: 0, ...size(15, 23), color: text },
    factLabel: { color: soft },
    link: { color: link, textDecoration: "underline" },
    panelLink: { margin: "8px 0 0", ...size(15, 23) },
    footer: { margin: 0, ...size(14, 21), color: soft },
  } satisfies Record<string, CSSProperties>;
}

function buttonStyle(colours: MailPalette) {
  return {
    display: "block",
    margin: "8px 0 24px",
    padding: "13px 24px",
    borderRadius: "14px",
    textAlign: "center",
    ...size(17, 22),
    fontWeight: 700,
    textDecoration: "none",
    backgroundColor: colours.button,
    color: colours.onButton,
  } satisfies CSSProperties;
}

function size(font: number, line: number) {
  return { fontSize: `${font}px`, lineHeight: `${line}px` };
}

/** The dark scheme, for mail programs that know style sheets. */
export function darkStyleSheet(dark: MailPalette): string {
  const rules = [
    [".mail-page,.mail-page>table>tbody>tr>td", `background-color:${dark.page}`],
    [".mail-card", `background-color:${dark.card}`],
    [".mail-panel", `background-color:${dark.panel}`],
    [".mail-text", `color:${dark.text}`],
    [".mail-soft", `color:${dark.soft}`],
    [".mail-link", `color:${dark.link}`],
  ].map(([name, rule]) => `${name}{${rule} !important}`);
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${rules.join("")}}`;
}
