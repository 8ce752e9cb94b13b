"use client";

import Form from "next/form";
import { useId, useState, useSyncExternalStore } from "react";
import { nearestSlots } from "@/lib/booking/slots/nearest-slots";
import { Button } from "../ui/button";
import type { SchoolClock, SlotView } from "./lesson-words";
import { SlotBar } from "./slot-bar";
import { SlotCards } from "./slot-cards";
import { useLiveSlots } from "./use-live-slots";

export type SlotChoiceProps = {
  /** The page that shows what the choice means. */
  action: string;
  /** What stands in its address beside `at`. */
  fields: Record<string, string>;
  slots: readonly SlotView[];
  chosen?: string | undefined;
  clock: SchoolClock;
  /** Where the free starts are read while the page is open. */
  liveUrl: string;
  /** A start that is not offered: where a booking that moves is now. */
  except?: string;
};

/** The free starts of a week, kept true while one is chosen. Works without JavaScript. */
export function SlotChoice(props: SlotChoiceProps) {
  const { action, fields, slots, chosen, clock, liveUrl, except } = props;
  const formId = useId();
  const live = useLiveSlots(liveUrl, clock)?.filter(({ at }) => at !== except) ?? null;
  const [added, setAdded] = useState<readonly SlotView[]>([]);
  const picked = usePicked(formId, chosen ?? null);

  const shown = [...slots, ...added].sort((a, b) => a.startsAt - b.startsAt);
  const free = new Set((live ?? shown).map(({ at }) => at));
  const gone = new Set(shown.filter(({ at }) => !free.has(at)).map(({ at }) => at));
  const unseen = (live ?? []).filter(({ at }) => !shown.some((slot) => slot.at === at));
  const choice = shown.find(({ at }) => at === picked) ?? null;
  const lost = choice !== null && gone.has(choice.at);
  const nearest = lost ? nearestSlots(live ?? [], choice.startsAt, 3) : [];

  function take(slot: SlotView) {
    setAdded((known) => (shown.some(({ at }) => at === slot.at) ? known : [...known, slot]));
    requestAnimationFrame(() => pick(formId, slot.at));
  }

  return (
    <Form action={action} id={formId} prefetch={false} className="grid gap-6">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {daysOf(shown).map(({ day, dayLabel }) => (
        <fieldset key={day} className="min-w-0">
          <legend className="mb-2 p-0 font-display text-xl font-bold">{dayLabel}</legend>
          <SlotCards
            name="at"
            slots={shown.filter((slot) => slot.day === day)}
            defaultValue={chosen}
            gone={gone}
          />
        </fieldset>
      ))}
      {unseen.length > 0 ? (
        <Button onClick={() => setAdded((known) => [...known, ...unseen])}>
          {unseen.length === 1 ? "Show 1 new time" : `Show ${unseen.length} new times`}
        </Button>
      ) : null}
      <SlotBar choice={choice} lost={lost} nearest={nearest} onTake={take} />
    </Form>
  );
}

/** The first start of each day. */
function daysOf(slots: readonly SlotView[]): SlotView[] {
  return slots.filter(({ day }, index) => slots[index - 1]?.day !== day);
}

/** What is chosen stands in the form itself, so that a choice made before the page came alive counts. */
function usePicked(formId: string, first: string | null): string | null {
  return useSyncExternalStore(
    (changed) => {
      document.addEventListener("change", changed);
      return () => document.removeEventListener("change", changed);
    },
    () => radios(formId).find(({ checked }) => checked)?.value ?? null,
    () => first,
  );
}

function pick(formId: string, at: string): void {
  const radio = radios(formId).find(({ value }) => value === at);
  if (radio === undefined) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

function radios(formId: string): HTMLInputElement[] {
  const form = document.getElementById(formId);
  return form === null ? [] : [...form.querySelectorAll<HTMLInputElement>("input[name=at]")];
}
