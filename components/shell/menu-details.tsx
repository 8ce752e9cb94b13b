"use client";

import { useEffect, useRef, type ReactNode } from "react";

type MenuDetailsProps = { className?: string; children: ReactNode };

/** A menu that opens without JavaScript, and with it closes on Escape, on a press elsewhere and on a choice. */
export function MenuDetails({ className, children }: MenuDetailsProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => details.current?.removeAttribute("open");
    const isInside = ({ target }: Event) =>
      target instanceof Node && details.current?.contains(target) === true;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || details.current?.open !== true) return;
      if (isInside(event)) details.current.querySelector("summary")?.focus();
      close();
    };
    const onPress = (event: Event) => {
      if (!isInside(event)) close();
    };
    const onClick = ({ target }: Event) => {
      if (target instanceof Element && details.current?.contains(target) && target.closest("a"))
        close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("click", onClick);
    };
  }, []);
  return (
    <details ref={details} className={className}>
      {children}
    </details>
  );
}
