import type { MailBlock, MailContent, MailSchool } from "./mail-content";

/** What the way out of a kind of mail is called. */
export const STOP = "Stop these reminders";

/** The mail as plain text: the same parts in the same order as the HTML, links written out. */
export function mailText(school: MailSchool, content: MailContent): string {
  const { stopUrl } = content;
  const greeting = content.greetingName === null ? [] : [`Hi ${content.greetingName},`];
  const footer = [school.name, school.address, school.phone, school.email].filter(Boolean);
  const parts = [
    content.heading,
    ...greeting,
    ...content.blocks.map(blockText),
    ["-- ", ...footer, ...(stopUrl === undefined ? [] : [`${STOP}: ${stopUrl}`])].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return block.text;
    case "button":
      return `${block.label}:\n${block.href}`;
    case "card":
      return cardText(block);
  }
}

function cardText(card: Extract<MailBlock, { kind: "card" }>): string {
  const title = card.label === undefined ? card.title : `${card.label}: ${card.title}`;
  const link = card.link === undefined ? [] : [`${card.link.label}: ${card.link.href}`];
  const lines = [...card.facts.map(({ label, value }) => `${label}: ${value}`), ...link];
  return [`* ${title}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
