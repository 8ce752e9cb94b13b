"use client";

import { useRef, type PointerEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import type { EditableWeek } from "@/lib/booking/changes/get-week-plan";
import { kindOfWeek, type WeekKind, type WeekPlan } from "@/lib/scheduling/week-plan";
import { WeekCell } from "./week-cell";

type WeekStripProps = {
  weeks: readonly EditableWeek[];
  plan: WeekPlan;
  locale: string;
  onChange: (week: number, kind: WeekKind) => void;
  /** Several weeks at once, by dragging over them. */
  onPaint: (plan: WeekPlan) => void;
};

/**
 * The term's weeks as cells of radio buttons. Up and down choose a kind, left and right go from
 * week to week; pressing a cell's label and dragging paints the kind over the weeks it crosses.
 */
export function WeekStrip({ weeks, plan, locale, onChange, onPaint }: WeekStripProps) {
  const strip = useRef<HTMLOListElement>(null);
  const painting = useRef<{ kind: WeekKind; plan: WeekPlan } | null>(null);

  function begin(event: PointerEvent) {
    const radio = event.pointerType === "mouse" ? radioAt(event.target) : null;
    if (radio === null || radio.disabled) return;
    painting.current = { kind: radio.value as WeekKind, plan };
    paint(event);
  }

  function paint(event: PointerEvent) {
    const { current } = painting;
    const cell = event.target instanceof Element ? event.target.closest("[data-week]") : null;
    const week = Number(cell?.getAttribute("data-week"));
    if (current === null || !weeks.some((one) => one.week === week && one.changeable)) return;
    if (kindOfWeek(current.plan, week) === current.kind) return;
    current.plan = current.plan.map((entry) =>
      entry.week === week ? { week, kind: current.kind } : entry,
    );
    onPaint(current.plan);
  }

  function end() {
    painting.current = null;
  }

  function goTo(week: number, by: number) {
    const ahead = weeks.filter((one) => one.changeable && (one.week - week) * by > 0);
    const next = by > 0 ? ahead[0] : ahead.at(-1);
    const cell = next && strip.current?.querySelector(`[data-week="${next.week}"]`);
    const radio = cell?.querySelector("input:checked") ?? cell?.querySelector("input");
    if (radio instanceof HTMLInputElement) radio.focus();
  }

  return (
    <ol
      ref={strip}
      onPointerDown={begin}
      onPointerOver={paint}
      onPointerUp={end}
      onPointerLeave={end}
      className={classNames(
        "grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(min(8rem,100%),1fr))]",
        "select-none",
      )}
    >
      {weeks.map((week) => (
        <WeekCell
          key={week.week}
          week={week}
          kind={kindOfWeek(plan, week.week)}
          locale={locale}
          onChange={onChange}
          onLeave={goTo}
        />
      ))}
    </ol>
  );
}

function radioAt(target: EventTarget): HTMLInputElement | null {
  if (!(target instanceof Element)) return null;
  return target.closest("label")?.querySelector("input") ?? null;
}
