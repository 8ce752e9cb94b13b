"use client";

import { Message } from "@/components/shell/message";
import { isOutdated, OutdatedPage } from "@/components/shell/outdated-page";
import { buttonClass } from "@/components/ui/button-class";
import { Floyd } from "@/components/ui/characters/floyd";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  if (isOutdated(error)) return <OutdatedPage />;
  return (
    <Message drawing={<Floyd />} title="That didn't work">
      <p>Something went wrong on our side. Please try again, or start over from your school.</p>
      <div className="flex flex-wrap justify-center gap-3">
        <button
          type="button"
          onClick={retry}
          className={buttonClass({ variant: "primary", size: "lg" })}
        >
          Try again
        </button>
        <a href="/schools" className={buttonClass({ size: "lg" })}>
          Go to my school
        </a>
      </div>
      {error.digest ? (
        <p className="text-sm">
          If it keeps happening, quote this reference: <strong>{error.digest}</strong>
        </p>
      ) : null}
    </Message>
  );
}
