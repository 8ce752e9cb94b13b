import type { ReactNode } from "react";
import { Character, type CharacterName } from "../ui/characters/character";

type MessageProps = { character: CharacterName; title: string; children: ReactNode };

/** A whole page that says one thing and shows the way on. */
export function Message({ character, title, children }: MessageProps) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 px-4 py-12 text-center">
      <Character name={character} className="size-40" />
      <h1 className="text-3xl">{title}</h1>
      <div className="grid justify-items-center gap-5 text-ink-soft">{children}</div>
    </main>
  );
}
