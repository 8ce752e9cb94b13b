"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type ActionEnd = { status: string; result?: { href: string } };

/** Moves on to where an action has led; null until then. */
export function useArrival(state: ActionEnd): string | null {
  const router = useRouter();
  const href = state.status === "done" ? (state.result?.href ?? null) : null;
  useEffect(() => {
    if (href !== null) router.replace(href);
  }, [href, router]);
  return href;
}
