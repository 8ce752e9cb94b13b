import type { ReactNode } from "react";
import { Alice } from "./alice";
import { Floyd } from "./floyd";
import { Liam } from "./liam";
import { Portrait } from "./portrait";
import { Steve } from "./steve";

export type CharacterName = "alice" | "steve" | "liam" | "floyd";

const DRAWINGS: Record<CharacterName, () => ReactNode> = {
  alice: Alice,
  steve: Steve,
  liam: Liam,
  floyd: Floyd,
};

type CharacterProps = { name: CharacterName; className?: string };

export function Character({ name, className }: CharacterProps) {
  const Drawing = DRAWINGS[name];
  return (
    <Portrait className={className}>
      <Drawing />
    </Portrait>
  );
}
