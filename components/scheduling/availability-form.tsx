"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionState, SchoolAction } from "@/lib/action";
import type { AvailabilityView } from "@/lib/scheduling/get-availability";
import type { Weekday } from "@/lib/time/day";
import { AvailabilityRow, type WindowRow } from "./availability-row";
import { useHydrated } from "./use-hydrated";

type NamedDay = { weekday: Weekday; name: string };

type AvailabilityFormProps = {
  action: SchoolAction;
  teacherId: string;
  days: readonly NamedDay[];
  windows: AvailabilityView["windows"];
  locations: readonly { id: string; name: string }[];
  today: string;
};

/** All weekly windows of a teacher at once. A row without times is dropped when it is saved. */
export function AvailabilityForm(props: AvailabilityFormProps) {
  const { action, teacherId, days, windows, locations, today } = props;
  const [state, send] = useActionState(action, { status: "idle" });
  const rows = sentRows(state) ?? windows.map(rowOf);
  return (
    <form action={send} className="grid gap-3">
      <input type="hidden" name="teacherId" value={teacherId} />
      <FormMessage state={state} />
      {state.status === "refused" && state.fields?.windows ? (
        <p className="font-bold text-danger-strong">{state.fields.windows}</p>
      ) : null}
      {days.map((day) => (
        <DayRows
          key={`${day.weekday} ${state.status}`}
          day={day}
          rows={rows.filter((row) => row.weekday === String(day.weekday))}
          blank={blankRow(day.weekday, locations, today)}
          locations={locations}
        />
      ))}
      <SubmitButton pendingText="Saving…" className="justify-self-start">
        Save the open times
      </SubmitButton>
    </form>
  );
}

type DayRowsProps = {
  day: NamedDay;
  rows: readonly WindowRow[];
  blank: WindowRow;
  locations: AvailabilityFormProps["locations"];
};

function DayRows({ day, rows, blank, locations }: DayRowsProps) {
  const hydrated = useHydrated();
  const [shown, setShown] = useState<{ key: number; row: WindowRow }[]>(() =>
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
          <AvailabilityRow row={blank} label={`${day.name}, new`} locations={locations} />
        )}
      </div>
    </Disclosure>
  );
}

function rowOf(window: AvailabilityView["windows"][number]): WindowRow {
  return {
    weekday: String(window.weekday),
    locationId: window.locationId,
    startTime: window.startTime,
    endTime: window.endTime,
    validFrom: window.validFrom,
    validUntil: window.validUntil ?? "",
  };
}

function blankRow(
  weekday: Weekday,
  locations: AvailabilityFormProps["locations"],
  today: string,
): WindowRow {
  const locationId = locations[0]?.id ?? "";
  return {
    weekday: String(weekday),
    locationId,
    startTime: "",
    endTime: "",
    validFrom: today,
    validUntil: "",
  };
}

function sentRows(state: ActionState): WindowRow[] | null {
  const lists = state.status === "refused" ? state.lists : undefined;
  if (lists?.weekday === undefined) return null;
  const at = (name: keyof WindowRow, index: number) => lists[name]?.[index] ?? "";
  return lists.weekday
    .map((weekday, index) => ({
      weekday,
      locationId: at("locationId", index),
      startTime: at("startTime", index),
      endTime: at("endTime", index),
      validFrom: at("validFrom", index),
      validUntil: at("validUntil", index),
    }))
    .filter((row) => row.startTime !== "" || row.endTime !== "");
}
