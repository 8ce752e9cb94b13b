import type { ReactNode } from "react";

type PortraitProps = { className?: string | undefined; children: ReactNode };

/** The frame of a character's drawing. Decoration: always hidden from screen readers. */
export function Portrait({ className = "size-32", children }: PortraitProps) {
  return (
    <svg viewBox="0 0 120 120" aria-hidden="true" focusable="false" className={className}>
      {children}
    </svg>
  );
}
