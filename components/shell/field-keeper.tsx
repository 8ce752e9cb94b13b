"use client";

import { useEffect } from "react";
import { keepFields, putBackFields } from "./kept-fields";

/** So that a tab that was open over an update loses nothing that was typed in it. */
export function FieldKeeper() {
  useEffect(() => {
    putBackFields();
    const keep = (event: SubmitEvent) => {
      if (event.target instanceof HTMLFormElement) keepFields(event.target);
    };
    document.addEventListener("submit", keep, true);
    return () => document.removeEventListener("submit", keep, true);
  }, []);
  return null;
}
