"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** A page that does not come within this says so itself, or the browser does. */
const LIMIT_MS = 20_000;

/** A tapped link is answered at once by a bar at the top, until its page is there: lines are slow. */
export function NavigationProgress() {
  const address = `${usePathname()}?${useSearchParams().toString()}`;
  const [leaving, setLeaving] = useState<string | null>(null);
  const pending = leaving === address;

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (leadsAway(event)) setLeaving(address);
    };
    document.addEventListener("click", follow);
    return () => {
      document.removeEventListener("click", follow);
      setLeaving(null);
    };
  }, [address]);

  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setLeaving(null), LIMIT_MS);
    return () => clearTimeout(timer);
  }, [pending]);

  return (
    <div role="status" className="fixed inset-x-0 top-0 z-30 print:hidden">
      {pending ? (
        <>
          <span className="sr-only">Loading</span>
          <div className="h-1 animate-pulse bg-accent" />
        </>
      ) : null}
    </div>
  );
}

/** A plain press on a link to another page of ours. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target !== "" || link.hasAttribute("download")) {
    return false;
  }
  const [from, to] = [window.location, new URL(link.href)];
  if (to.origin !== from.origin || to.pathname.startsWith("/api/")) return false;
  return to.pathname !== from.pathname || to.search !== from.search;
}
