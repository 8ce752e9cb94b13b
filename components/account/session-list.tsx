"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import { Badge } from "../ui/badge";
import { FormMessage } from "../ui/form-message";
import { SubmitButton } from "../ui/submit-button";

export type SessionRow = {
  id: string;
  device: string;
  /** When it began and was last used, in words. */
  times: string;
  isThis: boolean;
};

type SessionListProps = { sessions: readonly SessionRow[]; action: SchoolAction };

/** Every browser in which somebody is signed in; each can be ended. */
export function SessionList({ sessions, action }: SessionListProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="grid gap-3">
      <FormMessage state={state} />
      <ul className="grid divide-y-2 divide-line">
        {sessions.map(({ id, device, times, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-bold">
                {device}
                {isThis ? <Badge tone="success">This one</Badge> : null}
              </p>
              <p className="text-sm text-ink-soft">{times}</p>
            </div>
            <SubmitButton
              variant="quiet"
              name="sessionId"
              value={id}
              pendingText="One moment…"
              aria-label={isThis ? "Sign out here" : `End this session: ${device}`}
            >
              {isThis ? "Sign out here" : "End this session"}
            </SubmitButton>
          </li>
        ))}
      </ul>
    </form>
  );
}
