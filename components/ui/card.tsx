import type { ReactNode } from "react";
import { classNames } from "./class-names";

type CardTone = "raised" | "sunken" | "primary" | "accent" | "success" | "warning";

type CardProps = {
  as?: "div" | "section" | "article" | "li" | "form";
  tone?: CardTone;
  title?: ReactNode;
  /** Stands beside the title. */
  aside?: ReactNode;
  headingLevel?: 2 | 3;
  className?: string;
  children?: ReactNode;
};

const TONES: Record<CardTone, string> = {
  raised: "bg-surface-raised text-ink",
  sunken: "bg-surface-sunken text-ink",
  primary: "bg-primary-soft text-ink",
  accent: "bg-accent text-accent-ink",
  success: "bg-success text-ink",
  warning: "bg-warning text-ink",
};

export function Card(props: CardProps) {
  const { as: Element = "div", tone = "raised", title, aside, className, children } = props;
  const Heading = props.headingLevel === 3 ? "h3" : "h2";
  return (
    <Element className={classNames("rounded-card p-4 sm:p-6", TONES[tone], className)}>
      {title ? (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Heading className="text-xl">{title}</Heading>
          {aside}
        </div>
      ) : null}
      {children}
    </Element>
  );
}
