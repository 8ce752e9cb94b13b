"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import type { EarlierPlan, EditableWeek } from "@/lib/booking/changes/get-week-plan";
import {
  copiedPlan,
  isPreset,
  presetPlan,
  PRESETS,
  type DraftWeek,
} from "@/lib/booking/changes/week-plan-draft";
import { planLetters } from "@/lib/booking/changes/shown-plan";
import type { CourseDays } from "@/lib/scheduling/closures";
import { countPlan, type WeekKind, type WeekPlan } from "@/lib/scheduling/week-plan";
import { useHydrated } from "./use-hydrated";
import { WeekStrip } from "./week-strip";

type WeekPlanEditorProps = {
  /** The page's own address: every plan has one, so it works without JavaScript. */
  href: string;
  weeks: readonly EditableWeek[];
  days: CourseDays;
  draft: WeekPlan;
  earlier: readonly EarlierPlan[];
  locale: string;
};

const PAUSE_MS = 250;

/** Chooses a kind for every week. What the choice means is worked out by the server beside it. */
export function WeekPlanEditor(props: WeekPlanEditorProps) {
  const { href, weeks, days, earlier, locale } = props;
  const hydrated = useHydrated();
  const [plan, setPlan] = useState(props.draft);
  const from = planLetters(weeks);
  const checking = useChecked({ href, from, plan, draft: props.draft });
  const drafts: DraftWeek[] = weeks.map(({ week, kind, changeable, closedDay }) => ({
    week,
    kind,
    changeable,
    isClosed: closedDay !== null,
  }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const preset = submitter instanceof HTMLButtonElement ? submitter.value : "";
    if (isPreset(preset)) return setPlan(presetPlan(preset, drafts));
    const chosen = new FormData(event.currentTarget).get("copy");
    const plan = earlier.find(({ courseId }) => courseId === chosen)?.plan;
    if (preset === "copy" && plan) setPlan(copiedPlan(plan, drafts));
  }

  const set = (week: number, kind: WeekKind) =>
    setPlan(plan.map((entry) => (entry.week === week ? { week, kind } : entry)));

  return (
    <Card as="section" title="Weeks" aside={<PlanCountText plan={plan} days={days} />}>
      <form action={href} method="get" onSubmit={submit} className="grid gap-5">
        {/* Enter in a week presses the first button of the form: not a preset. */}
        <button type="submit" hidden />
        <input type="hidden" name="from" value={from} />
        <PresetButtons earlier={earlier} />
        <WeekStrip {...{ weeks, plan, locale }} onChange={set} onPaint={setPlan} />
        {hydrated ? (
          <p role="status" className="min-h-6 text-sm text-ink-soft">
            {checking ? "Working out what this changes…" : ""}
          </p>
        ) : (
          <Button type="submit" variant="primary" className="justify-self-start">
            Check what this changes
          </Button>
        )}
      </form>
    </Card>
  );
}

type Checked = { href: string; from: string; plan: WeekPlan; draft: WeekPlan };

/**
 * Puts the plan into the address once the choosing pauses, and the plan that it began with, so that
 * the work of others meanwhile is told from one's own; true while the server works it out.
 */
function useChecked({ href, from, plan, draft }: Checked): boolean {
  const router = useRouter();
  const [checking, startChecking] = useTransition();
  const search = searchOf(plan);
  const asked = useRef(searchOf(draft));
  useEffect(() => {
    if (asked.current === search) return undefined;
    const timer = setTimeout(() => {
      asked.current = search;
      startChecking(() => router.replace(`${href}?from=${from}&${search}`, { scroll: false }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [href, from, router, search]);
  return checking;
}

function searchOf(plan: WeekPlan): string {
  return new URLSearchParams(plan.map(({ week, kind }) => [`w${week}`, kind])).toString();
}

/** "7 group, 3 individual", and what closures take away. */
function PlanCountText({ plan, days }: { plan: WeekPlan; days: CourseDays }) {
  const count = countPlan(plan, days);
  const lost = count.groupClosed + count.individualClosed;
  return (
    <p role="status" className="font-bold tabular-nums" data-testid="plan-count">
      {count.group} group, {count.individual} individual
      {lost > 0 ? <span className="font-normal text-ink-soft"> ({lost} closed)</span> : null}
    </p>
  );
}

function PresetButtons({ earlier }: { earlier: readonly EarlierPlan[] }) {
  return (
    <div className="grid gap-3">
      <div role="group" aria-label="Presets" className="flex flex-wrap gap-2">
        {Object.entries(PRESETS).map(([value, label]) => (
          <Button key={value} type="submit" name="preset" value={value}>
            {label}
          </Button>
        ))}
      </div>
      {earlier.length > 0 ? (
        <div className="flex flex-wrap items-end gap-2">
          <SelectField
            label="Copy from an earlier term"
            name="copy"
            optional
            className="min-w-0 grow sm:max-w-sm"
            options={earlier.map(({ courseId, label }) => ({ value: courseId, label }))}
          />
          <Button type="submit" name="preset" value="copy">
            Copy
          </Button>
        </div>
      ) : null}
    </div>
  );
}
