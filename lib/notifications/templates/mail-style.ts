import type { CSSProperties } from "react";
import type { MailPalette } from "./mail-palette";

const BODY_FONT = '"Nunito Sans", "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const HEADING_FONT = '"Baloo 2", Fredoka, "Trebuchet MS", "Segoe UI", Arial, sans-serif';

export type MailStyle = ReturnType<typeof mailStyle>;

/** Inline styles for the light scheme: what every mail program understands. */
export function mailStyle(colours: MailPalette) {
  const text = { margin: "0 0 16px", fontSize: "16px", lineHeight: "24px", color: colours.text };
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
    schoolName: {
      margin: 0,
      fontFamily: HEADING_FONT,
      fontSize: "20px",
      lineHeight: "26px",
      fontWeight: 700,
      color: colours.onHeader,
    },
    card: {
      backgroundColor: colours.card,
      borderRadius: "0 0 16px 16px",
      padding: "28px 24px 12px",
    },
    heading: {
      margin: "0 0 16px",
      fontFamily: HEADING_FONT,
      fontSize: "26px",
      lineHeight: "32px",
      fontWeight: 700,
      color: colours.text,
    },
    text,
    note: { ...text, fontSize: "14px", lineHeight: "21px", color: colours.soft },
    panel: {
      backgroundColor: colours.panel,
      borderRadius: "14px",
      marginBottom: "16px",
      padding: "16px",
    },
    panelLabel: { margin: 0, fontSize: "14px", lineHeight: "20px", color: colours.soft },
    panelTitle: {
      margin: "0 0 8px",
      fontSize: "17px",
      lineHeight: "24px",
      fontWeight: 700,
      color: colours.text,
    },
    fact: { margin: 0, fontSize: "15px", lineHeight: "23px", color: colours.text },
    factLabel: { color: colours.soft },
    link: { color: colours.link, textDecoration: "underline" },
    panelLink: { margin: "8px 0 0", fontSize: "15px", lineHeight: "23px" },
    button: {
      display: "block",
      margin: "8px 0 24px",
      padding: "13px 24px",
      borderRadius: "14px",
      textAlign: "center",
      fontSize: "17px",
      lineHeight: "22px",
      fontWeight: 700,
      textDecoration: "none",
      backgroundColor: colours.button,
      color: colours.onButton,
    },
    footerBlock: { padding: "16px 24px" },
    footer: { margin: 0, fontSize: "14px", lineHeight: "21px", color: colours.soft },
  } satisfies Record<string, CSSProperties>;
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
