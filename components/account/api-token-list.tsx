"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { Badge } from "../ui/badge";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";

export type ApiTokenRow = {
  id: string;
  name: string;
  schoolName: string;
  canWrite: boolean;
  isExpired: boolean;
  /** When it was made, last used and ends, in words. */
  times: readonly string[];
};

type ApiTokenListProps = { tokens: readonly ApiTokenRow[]; action: SchoolAction };

/** Every token that nobody has revoked; each can be. */
export function ApiTokenList({ tokens, action }: ApiTokenListProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid gap-3">
      <FormMessage state={state} />
      {tokens.length === 0 ? <p>You have no API tokens.</p> : null}
      <ul className="grid divide-y-2 divide-line">
        {tokens.map(({ id, name, schoolName, canWrite, isExpired, times }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-bold">
                <span className="min-w-0">{name}</span>
                <Badge>{canWrite ? "Read and write" : "Read only"}</Badge>
                {isExpired ? <Badge tone="warning">Expired</Badge> : null}
              </p>
              <p className="text-sm text-ink-soft">{[schoolName, ...times].join(" · ")}</p>
            </div>
            <SubmitButton
              variant="quiet"
              name="tokenId"
              value={id}
              pendingText="One moment…"
              aria-label={`Revoke ${name}`}
            >
              Revoke
            </SubmitButton>
          </li>
        ))}
      </ul>
    </form>
  );
}
