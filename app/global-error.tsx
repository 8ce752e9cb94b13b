"use client";

import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string } };

/** Stands in when even the root layout failed, so it leans on nothing but the style sheet. */
export default function GlobalError({ error }: GlobalErrorProps) {
  return (
    <html lang="en-AU">
      <body>
        <title>Something went wrong</title>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 px-4 text-center">
          <h1 className="text-3xl">That didn&apos;t work</h1>
          <p>Something went wrong on our side. Please try again in a moment.</p>
          <a
            href="/"
            className="inline-flex min-h-13 items-center rounded-control bg-primary-strong px-6 text-lg font-bold text-primary-strong-ink"
          >
            Start again
          </a>
          {error.digest ? (
            <p className="text-sm text-ink-soft">
              If it keeps happening, quote this reference: <strong>{error.digest}</strong>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
}
