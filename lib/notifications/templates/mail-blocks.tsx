import { Button, Link, Section, Text } from "react-email";
import type { MailBlock } from "./mail-content";
import type { MailStyle } from "./mail-style";

export function BlockView({ block, style }: { block: MailBlock; style: MailStyle }) {
  switch (block.kind) {
    case "paragraph":
      return (
        <Text className="mail-text" style={style.text}>
          {unbroken(block.text)}
        </Text>
      );
    case "note":
      return (
        <Text className="mail-soft" style={style.note}>
          {unbroken(block.text)}
        </Text>
      );
    case "button":
      return (
        <Button href={block.href} style={style.button}>
          {block.label}
        </Button>
      );
    case "card":
      return <CardView card={block} style={style} />;
  }
}

type Card = Extract<MailBlock, { kind: "card" }>;

function CardView({ card, style }: { card: Card; style: MailStyle }) {
  return (
    <Section className="mail-panel" style={style.panel}>
      {card.label !== undefined && (
        <Text className="mail-soft" style={style.panelLabel}>
          {card.label}
        </Text>
      )}
      <Text className="mail-text" style={style.panelTitle}>
        {card.over ? <s>{unbroken(card.title)}</s> : unbroken(card.title)}
      </Text>
      {card.facts.map(({ label, value }) => (
        <Text key={label} className="mail-text" style={style.fact}>
          <span className="mail-soft" style={style.factLabel}>
            {label}:
          </span>{" "}
          {unbroken(value)}
        </Text>
      ))}
      {card.link !== undefined && (
        <Text style={style.panelLink}>
          <Link href={card.link.href} className="mail-link" style={style.link}>
            {card.link.label}
          </Link>
        </Text>
      )}
    </Section>
  );
}

/** Keeps times ("4:00 – 4:45 pm") and phone numbers on one line. */
function unbroken(text: string): string {
  return text
    .replace(/(\d) (?=(?:am|pm|\d[\d ]+)\b)/g, "$1\u00a0")
    .replace(/(\d) – (?=\d)/g, "$1\u00a0–\u00a0");
}
