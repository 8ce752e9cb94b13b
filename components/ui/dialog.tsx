"use client";

import { X } from "lucide-react";
import { useId, useRef, type MouseEvent, type ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button-class";
import { Icon } from "./icon";

type DialogProps = {
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  /** A page with the same content, for browsers without JavaScript. */
  fallbackHref?: string;
  title: string;
  children: ReactNode;
};

/** A button that opens its content over the page. Escape, the cross and a press outside close it. */
export function Dialog({ trigger, triggerLook = {}, fallbackHref, title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  function open(event: MouseEvent) {
    event.preventDefault();
    dialog.current?.showModal();
  }

  function closeFromOutside(event: MouseEvent) {
    if (event.target === dialog.current) dialog.current?.close();
  }

  return (
    <>
      {fallbackHref === undefined ? (
        <button type="button" onClick={open} className={buttonClass(triggerLook)}>
          {trigger}
        </button>
      ) : (
        <a href={fallbackHref} onClick={open} className={buttonClass(triggerLook)}>
          {trigger}
        </a>
      )}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClick={closeFromOutside}
        className="fixed inset-x-0 top-auto bottom-0 m-0 max-h-[92dvh] w-full max-w-none overflow-y-auto rounded-t-card bg-surface-raised p-0 text-ink backdrop:bg-[#000000b3] sm:inset-0 sm:m-auto sm:w-[min(34rem,92vw)] sm:rounded-card"
      >
        <div className="p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:p-6">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={titleId} className="pt-2 text-xl">
              {title}
            </h2>
            <button
              type="button"
              aria-label="Close"
              onClick={() => dialog.current?.close()}
              className="flex size-11 shrink-0 items-center justify-center rounded-control hover:bg-surface-sunken"
            >
              <Icon icon={X} />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
