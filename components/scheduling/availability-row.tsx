"use client";

import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DateField, TimeField } from "@/components/ui/date-field";
import { Icon } from "@/components/ui/icon";
import { SelectField } from "@/components/ui/select-field";

export type WindowRow = {
  weekday: string;
  locationId: string;
  startTime: string;
  endTime: string;
  validFrom: string;
  validUntil: string;
};

type AvailabilityRowProps = {
  row: WindowRow;
  label: string;
  locations: readonly { id: string; name: string }[];
  onRemove?: (() => void) | undefined;
};

/** One weekly window; every field is a list in the form, a row an entry of each. */
export function AvailabilityRow({ row, label, locations, onRemove }: AvailabilityRowProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className="grid items-end gap-3 rounded-control bg-surface-sunken p-3 min-[30rem]:grid-cols-2 lg:grid-cols-3"
    >
      <input type="hidden" name="weekday[]" value={row.weekday} />
      <SelectField
        label="Location"
        name="locationId[]"
        className="min-w-0"
        defaultValue={row.locationId}
        options={locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TimeField label="From" name="startTime[]" optional defaultValue={row.startTime} />
      <TimeField label="To" name="endTime[]" optional defaultValue={row.endTime} />
      <DateField label="Valid from" name="validFrom[]" defaultValue={row.validFrom} />
      <DateField label="Until" name="validUntil[]" optional defaultValue={row.validUntil} />
      {onRemove ? (
        <Button variant="plain" onClick={onRemove} className="justify-self-start">
          <Icon icon={Trash2} />
          Remove<span className="sr-only"> {label}</span>
        </Button>
      ) : null}
    </div>
  );
}
