"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useHydrated } from "@/components/scheduling/use-hydrated";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextField } from "@/components/ui/text-field";

type CopyFieldProps = { id: string; label: string; hint: string; value: string };

/** A text to take elsewhere: copied by a button, or selected and copied by hand. */
export function CopyField({ id, label, hint, value }: CopyFieldProps) {
  const [copied, setCopied] = useState(false);
  const hydrated = useHydrated();

  async function copy() {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) field.select();
    // Browsers hand the clipboard to secure pages only; elsewhere the text is selected, ready to copy.
    if (!("clipboard" in navigator)) return;
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }

  return (
    <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
      <TextField
        id={id}
        name={id}
        label={label}
        hint={hint}
        value={value}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => void copy()} className={hydrated ? undefined : "invisible"}>
        <Icon icon={copied ? Check : Copy} />
        <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
      </Button>
    </div>
  );
}
