"use client";

import { useEffect, useState, type ReactNode } from "react";

const shown = new Set<string>();

/** Going back shows a page as it was kept: what was said there once is not said again. */
export function ShownOnce({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [hidden, setHidden] = useState(() => shown.has(nonce));
  useEffect(() => {
    // Later than a second mount of the same moment, as React's strict mode makes one.
    setTimeout(() => shown.add(nonce));
    const hideWhenKept = ({ persisted }: PageTransitionEvent) => {
      if (persisted) setHidden(true);
    };
    window.addEventListener("pageshow", hideWhenKept);
    return () => window.removeEventListener("pageshow", hideWhenKept);
  }, [nonce]);
  return hidden ? null : children;
}
