import Link from "next/link";
import type { ReactNode } from "react";
import { SchoolMark } from "../shell/school-mark";
import { CONTENT_ID, SkipLink } from "../shell/skip-link";
import { ButtonLink } from "../ui/button-link";
import { Card } from "../ui/card";

export type AccountPart = { id: string; title: string; content: ReactNode };

type AccountShellProps = { email: string; parts: readonly AccountPart[] };

/** What belongs to a person and to no school, part by part, with the ways to each. */
export function AccountShell({ email, parts }: AccountShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between gap-4 px-4 pt-6">
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
        className="mx-auto w-full max-w-5xl px-4 pt-4 pb-16 outline-none"
      >
        <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
          <div className="min-w-0">
            <h1 className="text-3xl sm:text-4xl">Your account</h1>
            <p className="mt-1 text-ink-soft">{email}</p>
          </div>
          <ButtonLink href="/schools" variant="accent" className="grow sm:grow-0">
            Go to my school
          </ButtonLink>
        </div>
        <div className="grid gap-6 lg:grid-cols-[11rem_minmax(0,1fr)] lg:items-start">
          <PartLinks parts={parts} />
          <div className="grid min-w-0 gap-4">
            {parts.map(({ id, title, content }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4">
                <Card title={<span id={`${id}-title`}>{title}</span>}>{content}</Card>
              </section>
            ))}
          </div>
        </div>
      </main>
    </div>
  );
}

function PartLinks({ parts }: Pick<AccountShellProps, "parts">) {
  return (
    <nav aria-label="Parts of this page" className="lg:sticky lg:top-6">
      <ul className="flex flex-wrap gap-x-1 lg:grid">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center rounded-control px-3 font-semibold text-primary-strong underline-offset-4 hover:underline"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
