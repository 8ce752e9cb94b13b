"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DateField, TimeField } from "@/components/ui/date-field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";
import type { WindowRow } from "@/lib/scheduling/shown-availability";

/** A row of the form, with what was wrong with it when it was sent. */
export type FormRow = WindowRow & { errors?: Readonly<Record<string, string | undefined>> };

type AvailabilityRowProps = {
  row: FormRow;
  label: string;
  locations: readonly { id: string; name: string }[];
  /** Left out where there is no JavaScript: a row without times is removed there when it is saved. */
  onRemove?: (() => void) | undefined;
};

/** One weekly window; every field is a list in the form, a row an entry of each. */
export function AvailabilityRow({ row, label, locations, onRemove }: AvailabilityRowProps) {
  const field = (name: Exclude<keyof WindowRow, "weekday">) => ({
    name: `${name}[]`,
    defaultValue: row[name],
    error: row.errors?.[name],
  });
  return (
    <div
      role="group"
      aria-label={label}
      className="grid items-start gap-3 rounded-control bg-surface-sunken p-3 min-[30rem]:grid-cols-2 lg:grid-cols-3"
    >
      <input type="hidden" name="weekday[]" value={row.weekday} />
      <input type="hidden" name="filled[]" value={onRemove ? "yes" : "no"} />
      <SelectField
        label="Location"
        className="min-w-0"
        {...field("locationId")}
        options={locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TimeField label="From" {...field("startTime")} />
      <TimeField label="To" {...field("endTime")} />
      <DateField label="Valid from" {...field("validFrom")} />
      <DateField label="Until" optional {...field("validUntil")} />
      {onRemove ? (
        <Button variant="plain" onClick={onRemove} className="justify-self-start self-end">
          <Icon icon={Trash2} />
          Remove<span className="sr-only"> {label}</span>
        </Button>
      ) : null}
    </div>
  );
}
