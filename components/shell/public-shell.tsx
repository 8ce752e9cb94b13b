import Link from "next/link";
import type { ReactNode } from "react";
import { Character, type CharacterName } from "../ui/characters/character";
import { SchoolMark } from "./school-mark";
import { CONTENT_ID, SkipLink } from "./skip-link";

type PublicShellProps = {
  title: string;
  lead?: ReactNode;
  character?: CharacterName;
  children: ReactNode;
};

/** One task on one card, for people who are not inside a school: sign-in, invitations, the chooser. */
export function PublicShell({ title, lead, character = "alice", children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto w-full max-w-md px-4 pt-6">
        <Link
          href="/"
          prefetch={false}
          className="inline-flex min-h-11 items-center rounded-control"
        >
          <SchoolMark name="Music 'n Me" logoUrl={null} />
        </Link>
      </header>
      <main
        id={CONTENT_ID}
        tabIndex={-1}
        className="mx-auto w-full max-w-md px-4 pt-2 pb-16 outline-none"
      >
        <div className="flex items-end justify-between gap-4">
          <div className="pb-5">
            <h1 className="text-3xl">{title}</h1>
            {lead ? <div className="mt-1 text-ink-soft">{lead}</div> : null}
          </div>
          <Character name={character} className="-mb-1 size-24 shrink-0" />
        </div>
        <div className="rounded-card bg-surface-raised p-5 sm:p-8">{children}</div>
      </main>
    </div>
  );
}
