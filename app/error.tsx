"use client";

import { Message } from "@/components/shell/message";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <Message character="floyd" title="That didn't work">
      <p>Something went wrong on our side. Please try again, or start over from your school.</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button variant="primary" size="lg" onClick={retry}>
          Try again
        </Button>
        <ButtonLink href="/schools" size="lg">
          Go to my school
        </ButtonLink>
      </div>
      {error.digest ? (
        <p className="text-sm">
          If it keeps happening, tell us this number: <strong>{error.digest}</strong>
        </p>
      ) : null}
    </Message>
  );
}
