import {
  alternate,
  everyFourth,
  everySecond,
  planFromEarlierTerm,
} from "@/lib/scheduling/week-plan-presets";
import { kindOfWeek, type WeekKind, type WeekPlan } from "@/lib/scheduling/week-plan";
import { planLetters } from "./shown-plan";

/** A week of the editor: its stored kind holds where it cannot change any more. */
export type DraftWeek = { week: number; kind: WeekKind; changeable: boolean; isClosed: boolean };

export const PRESETS = {
  alternate: "Alternate",
  second: "Every 2nd week",
  fourth: "Every 4th week",
} as const;

export type Preset = keyof typeof PRESETS;

export function isPreset(text: unknown): text is Preset {
  return typeof text === "string" && Object.hasOwn(PRESETS, text);
}

/** A preset for the weeks that can still change. */
export function presetPlan(preset: Preset, weeks: readonly DraftWeek[]): WeekPlan {
  const closed = weeks.filter((week) => week.isClosed).map(({ week }) => week);
  switch (preset) {
    case "alternate":
      return withWishes(weeks, alternate(weeks.length, closed));
    case "second":
      return withWishes(weeks, everySecond(weeks.length));
    case "fourth":
      return withWishes(weeks, everyFourth(weeks.length));
  }
}

export function copiedPlan(earlier: WeekPlan, weeks: readonly DraftWeek[]): WeekPlan {
  return withWishes(weeks, planFromEarlierTerm(earlier, weeks.length));
}

/** The kinds wished for where a week can change, else the stored ones. */
export function withWishes(weeks: readonly DraftWeek[], wishes: WeekPlan): WeekPlan {
  return weeks.map(({ week, kind, changeable }) => ({
    week,
    kind: changeable ? kindOfWeek(wishes, week) : kind,
  }));
}

const KINDS: readonly WeekKind[] = ["GROUP", "INDIVIDUAL", "NONE"];

/** Reads "w1=GROUP&w2=INDIVIDUAL" out of an address; weeks it does not name stay as they are. */
export function wishesOf(
  search: Readonly<Record<string, string | readonly string[] | undefined>>,
  weeks: readonly DraftWeek[],
): WeekPlan {
  return weeks.map(({ week, kind }) => ({
    week,
    kind: KINDS.find((one) => one === search[`w${week}`]) ?? kind,
  }));
}

type Meanwhile = {
  /** The letters of the plan that the choosing began with; null where nobody has begun. */
  from: string | null;
  weeks: readonly DraftWeek[];
  wishes: WeekPlan;
};

/**
 * What somebody else changed after the choosing began: those weeks, and the plan wished for with
 * their present kind, unless another kind was chosen for them too.
 */
export function afterOthers({ from, weeks, wishes }: Meanwhile): {
  changed: DraftWeek[];
  wishes: WeekPlan;
} {
  if (from?.length !== weeks.length) return { changed: [], wishes };
  const isStill = (plan: WeekPlan, week: number) => planLetters(plan)[week - 1] === from[week - 1];
  const changed = weeks.filter(({ week }) => !isStill(weeks, week));
  const kept = weeks.map(({ week, kind }) => ({
    week,
    kind: isStill(wishes, week) ? kind : kindOfWeek(wishes, week),
  }));
  return { changed, wishes: kept };
}
