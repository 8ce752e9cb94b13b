"use client";

import { isOutdated, OutdatedPage } from "@/components/shell/outdated-page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type FamilyErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** No answer, most often because the phone was out of reach: what was pressed may have arrived. */
export default function FamilyError({ error, retry }: FamilyErrorProps) {
  if (isOutdated(error)) return <OutdatedPage />;
  return (
    <div role="alert">
      <EmptyState
        character="floyd"
        title="We did not get an answer"
        action={
          <Button variant="primary" size="lg" onClick={retry}>
            Try again
          </Button>
        }
      >
        <p>
          Perhaps your phone is offline. Try again: you will see whether it worked, and nothing is
          booked twice.
        </p>
        {error.digest ? (
          <p className="mt-2 text-sm">
            If it keeps happening, quote this reference: <strong>{error.digest}</strong>
          </p>
        ) : null}
      </EmptyState>
    </div>
  );
}
