"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type ActionEnd = { status: string; result?: { href: string } };

/**
 * Moves on to where an action has led; null until then. What the browser keeps of the pages before is
 * of before the action: going back must not show it.
 */
export function useArrival(state: ActionEnd): string | null {
  const router = useRouter();
  const href = state.status === "done" ? (state.result?.href ?? null) : null;
  useEffect(() => {
    if (href === null) return;
    router.replace(href);
    router.refresh();
  }, [href, router]);
  return href;
}
