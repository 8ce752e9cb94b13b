"use client";

import { unstable_isUnrecognizedActionError as isUnknownAction } from "next/navigation";
import { buttonClass } from "@/components/ui/button-class";
import { Floyd } from "@/components/ui/characters/floyd";
import { askToPutBack } from "./kept-fields";
import { Message } from "./message";

/** Whether a page asked for what the present server no longer has: a form's action, or a script. */
export function isOutdated(error: Error): boolean {
  return error.name === "ChunkLoadError" || isUnknownAction(error);
}

/** For a tab that was open over an update. What was typed is put back after loading the page again. */
export function OutdatedPage() {
  return (
    <Message drawing={<Floyd />} title="This page is from before an update">
      <p>
        The site was updated while this page was open, so nothing was saved. What you typed is kept,
        except passwords: load the page again, then press the button once more.
      </p>
      <button
        type="button"
        onClick={() => {
          askToPutBack();
          window.location.reload();
        }}
        className={buttonClass({ variant: "primary", size: "lg" })}
      >
        Load the page again
      </button>
    </Message>
  );
}
