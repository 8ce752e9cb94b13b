"use client";

import { Eye, EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { CONTROL_CLASS, describedBy, Field, type FieldText } from "../ui/field";
import { Icon } from "../ui/icon";

type PasswordFieldProps = Omit<FieldText, "optional"> & {
  autoComplete: "current-password" | "new-password";
};

/** A password that can be shown while it is typed. The button appears with JavaScript only. */
export function PasswordField({ label, name, hint, error, autoComplete }: PasswordFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Field id={id} {...{ label, hint, error }}>
      <span className="relative block">
        <input
          {...describedBy(id, { hint, error })}
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          required
          className={`${CONTROL_CLASS} pr-12`}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-label="Show the password"
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 flex w-12 items-center justify-center rounded-control text-ink-soft -outline-offset-3 hover:text-ink [@media(scripting:none)]:hidden"
        >
          <Icon icon={shown ? EyeOff : Eye} className="size-5" />
        </button>
      </span>
    </Field>
  );
}
