import type { ReactNode } from "react";
import { Alice } from "./alice";
import { Floyd } from "./floyd";
import { Liam } from "./liam";
import { Steve } from "./steve";

export type CharacterName = "alice" | "steve" | "liam" | "floyd";

const DRAWINGS: Record<CharacterName, () => ReactNode> = {
  alice: Alice,
  steve: Steve,
  liam: Liam,
  floyd: Floyd,
};

type CharacterProps = { name: CharacterName; className?: string };

/** Decoration: always hidden from screen readers. */
export function Character({ name, className = "size-32" }: CharacterProps) {
  const Drawing = DRAWINGS[name];
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false" className={className}>
      <Drawing />
    </svg>
  );
}
