"use client";

import { useActionState } from "react";
import type { SchoolAction } from "@/lib/action";
import type { ApiTokenId } from "@/lib/ids";
import { CopyField } from "../calendar-feeds/copy-field";
import { Disclosure } from "../ui/disclosure";
import { FormMessage } from "../ui/form-message";
import { RadioCards } from "../ui/radio-cards";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { PasswordField } from "./password-field";

type NewApiTokenFormProps = {
  action: SchoolAction<{ tokenId: ApiTokenId; token: string }>;
  /** The ids of those that can still be used. */
  live: readonly ApiTokenId[];
  schools: readonly { slug: string; name: string }[];
};

const ACCESS = [
  { value: "READ", label: "Read only", description: "It looks and changes nothing." },
  { value: "WRITE", label: "Read and write", description: "It may do what you may." },
] as const;

const DAYS = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
] as const;

/** Shows the new token once; it is kept nowhere. Stands open once something became of it, also without JavaScript. */
export function NewApiTokenForm({ action, live, schools }: NewApiTokenFormProps) {
  const [state, send] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const made = state.status === "done" ? state.result : undefined;
  const isRevoked = made !== undefined && !live.includes(made.tokenId);
  const value = (name: string) => refused?.values?.[name];
  const error = (name: string) => refused?.fields?.[name];
  return (
    <Disclosure summary="New API token" open={state.status !== "idle"}>
      <form action={send} className="grid max-w-md gap-5" noValidate>
        {isRevoked ? null : <FormMessage state={state} />}
        {made === undefined || isRevoked ? null : (
          <CopyField
            id="new-token"
            label="Your new token"
            hint="Whoever has it acts as you. It is shown this once."
            value={made.token}
          />
        )}
        <TextField
          label="Name"
          name="name"
          hint="What it is for, such as “Timetable on the wall”."
          maxLength={60}
          defaultValue={value("name")}
          error={error("name")}
        />
        <SelectField
          label="School"
          name="slug"
          options={schools.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={value("slug") ?? schools[0]?.slug}
          error={error("slug")}
        />
        <RadioCards
          legend="What it may do"
          name="access"
          options={ACCESS}
          defaultValue={value("access") ?? "READ"}
          error={error("access")}
        />
        <SelectField
          label="Works for"
          name="days"
          options={DAYS}
          defaultValue={value("days") ?? "90"}
          error={error("days")}
        />
        <PasswordField
          label="Your password"
          name="password"
          hint="A token goes on working when you are signed out."
          autoComplete="current-password"
          error={error("password")}
        />
        <SubmitButton pendingText="One moment…" className="sm:justify-self-start">
          Create token
        </SubmitButton>
      </form>
    </Disclosure>
  );
}
