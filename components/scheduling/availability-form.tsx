"use client";

import { useState } from "react";
import { SavePart } from "@/components/record-form/save-part";
import { useRecordForm } from "@/components/record-form/use-record-form";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { SaveAction } from "@/lib/action";
import { linesOfDay, rowsShown, type AvailabilityField } from "@/lib/scheduling/shown-availability";
import type { Shown } from "@/lib/values/shown-record";
import type { Weekday } from "@/lib/time/day";
import { AvailabilityRow, type FormRow } from "./availability-row";
import { formRows, rowText } from "./availability-rows";
import { useHydrated } from "./use-hydrated";

type NamedDay = { weekday: Weekday; name: string };

type AvailabilityFormProps = {
  action: SaveAction;
  teacherId: string;
  days: readonly NamedDay[];
  shown: Shown<AvailabilityField>;
  locations: readonly { id: string; name: string }[];
  today: string;
  locale: string;
};

/** All weekly windows of a teacher at once. */
export function AvailabilityForm(props: AvailabilityFormProps) {
  const { action, teacherId, days, shown, locations, today, locale } = props;
  const form = useRecordForm(action, shown);
  const rows = formRows(form);
  const typed: Shown = rowsShown(rows);
  const read = (text: string) =>
    linesOfDay(text)
      .map((row) => rowText(row, { locations, locale }))
      .join("\n") || "closed";
  const words = Object.fromEntries(
    days.map(({ weekday, name }) => [`day${weekday}`, { label: name, read }]),
  );
  return (
    <form action={form.send} noValidate className="grid gap-3">
      <input type="hidden" name="teacherId" value={teacherId} />
      {days.map((day) => (
        <DayRows
          key={`${day.weekday} ${form.turn}`}
          day={day}
          rows={rows.filter((row) => row.weekday === String(day.weekday))}
          blank={blankRow(day.weekday, locations, today)}
          locations={locations}
        />
      ))}
      <SavePart
        form={{ ...form, value: (field) => typed[field] ?? "" }}
        words={words}
        submit="Save the open times"
      />
    </form>
  );
}

type DayRowsProps = {
  day: NamedDay;
  rows: readonly FormRow[];
  blank: FormRow;
  locations: AvailabilityFormProps["locations"];
};

function DayRows({ day, rows, blank, locations }: DayRowsProps) {
  const hydrated = useHydrated();
  const [shown, setShown] = useState<{ key: number; row: FormRow }[]>(() =>
    rows.map((row, key) => ({ key, row })),
  );
  const add = () =>
    setShown((list) => [
      ...list,
      { key: Math.max(-1, ...list.map(({ key }) => key)) + 1, row: blank },
    ]);
  const remove = (key: number) => setShown((list) => list.filter((one) => one.key !== key));
  const count = shown.length === 0 ? "closed" : `${shown.length} open`;
  return (
    <Disclosure summary={`${day.name}: ${count}`} open={shown.length > 0}>
      <div className="grid gap-3">
        {shown.map(({ key, row }) => (
          <AvailabilityRow
            key={key}
            row={row}
            label={`${day.name} ${key + 1}`}
            locations={locations}
            onRemove={hydrated ? () => remove(key) : undefined}
          />
        ))}
        {hydrated ? (
          <Button onClick={add} className="justify-self-start">
            Add a time<span className="sr-only"> on {day.name}</span>
          </Button>
        ) : (
          <>
            <p className="text-sm text-ink-soft">
              Another open time, if you want one. Clear both times of a row to remove it.
            </p>
            <AvailabilityRow row={blank} label={`${day.name}, new`} locations={locations} />
          </>
        )}
      </div>
    </Disclosure>
  );
}

function blankRow(
  weekday: Weekday,
  locations: AvailabilityFormProps["locations"],
  today: string,
): FormRow {
  const locationId = locations[0]?.id ?? "";
  const times = { startTime: "", endTime: "" };
  return { weekday: String(weekday), locationId, ...times, validFrom: today, validUntil: "" };
}
