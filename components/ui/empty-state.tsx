import type { ReactNode } from "react";
import { Character, type CharacterName } from "./characters/character";

type EmptyStateProps = {
  character?: CharacterName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  headingLevel?: 2 | 3;
};

export function EmptyState(props: EmptyStateProps) {
  const { character = "alice", title, children, action } = props;
  const Heading = props.headingLevel === 3 ? "h3" : "h2";
  return (
    <div className="flex flex-col items-center gap-2 rounded-card bg-surface-sunken px-4 py-8 text-center">
      <Character name={character} className="size-28" />
      <Heading className="text-xl">{title}</Heading>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
