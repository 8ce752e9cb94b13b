import type { ReactNode } from "react";
import { Portrait } from "../ui/characters/portrait";

type MessageProps = {
  /** One character's drawing. */
  drawing: ReactNode;
  title: string;
  children: ReactNode;
};

/** A whole page that says one thing and shows the way on. */
export function Message({ drawing, title, children }: MessageProps) {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 px-4 py-12 text-center">
      <Portrait className="size-40">{drawing}</Portrait>
      <h1 className="text-3xl">{title}</h1>
      <div className="grid justify-items-center gap-5 text-ink-soft">{children}</div>
    </main>
  );
}
