"use client";

import { useEffect } from "react";
import { keepFields, putBackFields } from "./kept-fields";

const TYPED = ["change", "submit"];

/** So that a tab that was open over an update loses nothing that was typed in it. */
export function FieldKeeper() {
  useEffect(() => {
    putBackFields();
    const keep = ({ target }: Event) => {
      const form = target instanceof HTMLFormElement ? target : formOf(target);
      if (form) keepFields(form);
    };
    for (const event of TYPED) document.addEventListener(event, keep, true);
    return () => TYPED.forEach((event) => document.removeEventListener(event, keep, true));
  }, []);
  return null;
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  return target instanceof Element ? target.closest("form") : null;
}
