import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 48rem)";

/** Whether the screen is at least a tablet's; null until the page has come alive. */
export function useWide(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    (changed) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => window.matchMedia(WIDE).matches,
    () => null,
  );
}
