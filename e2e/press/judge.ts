import type { Look, PageReport } from "./control";

/** How a control was pressed: by itself, or a form's button with the form filled so. */
export type Manner = "plain" | "empty" | "valid";

/** All that was seen of one press. */
export type Sight = PageReport & {
  manner: Manner;
  /** What the browser asked the app for because of it, without files that never change. */
  requests: number;
  /** Whether another page or another state of the page was come to. */
  navigated: boolean;
  /** Downloads, windows and questions of the browser's own. */
  others: string[];
  /** Answers of the app from 400 on. */
  badAnswers: string[];
  /** Errors in the console and of the page's scripts. */
  complaints: string[];
  /** What the server logged as an error. */
  serverErrors: string[];
  /** The tables whose rows were changed. */
  changedTables: string[];
  before: Look;
  after: Look;
};

/** What a page must not do in answer to a press; empty where all is well. */
export function faultsOf(sight: Sight): string[] {
  return [
    ...sight.badAnswers,
    ...sight.complaints.map((text) => `the console says: ${text}`),
    ...sight.serverErrors.map((line) => `the server logged: ${line.slice(0, 600)}`),
    ...(hasEffect(sight)
      ? []
      : ["nothing happened: no request, navigation, focus or visible change"]),
    ...(sight.after.waysOn > 0 ? [] : [`no way on from ${sight.after.url}`]),
    ...(sight.after.heading === "" ? ["the page that it leads to has no heading"] : []),
    ...refusalsOf(sight),
  ];
}

/** Something that a person notices, or that the app was asked for. */
export function hasEffect(sight: Sight): boolean {
  const { requests, navigated, focusMoved, changes, effects, others } = sight;
  return (
    requests > 0 || navigated || focusMoved || changes > 0 || effects.length + others.length > 0
  );
}

/** Valid input is taken, a plain press is not answered by an alarm, and nothing is saved from an empty form. */
function refusalsOf({ manner, before, after, effects, changedTables }: Sight): string[] {
  const alarms = after.alerts.filter((text) => !before.alerts.includes(text));
  const asked = effects.filter((effect) => effect.startsWith("asks for"));
  if (manner === "empty")
    return emptyIsRefused(alarms.length + after.wrongFields.length, changedTables);
  return [
    ...asked.map((effect) => `the browser ${effect}, though every field was filled`),
    ...after.wrongFields.map((field) => `a valid value was refused: ${field}`),
    ...alarms.map((text) => `it was refused: ${text}`),
    ...(alarms.length > 0 && changedTables.length > 0
      ? [`it says that it failed and changed ${changedTables.join(", ")}`]
      : []),
  ];
}

function emptyIsRefused(refusals: number, changedTables: readonly string[]): string[] {
  if (changedTables.length === 0) return [];
  const what = refusals === 0 ? "taken" : "refused";
  return [`an empty form was ${what} and changed ${changedTables.join(", ")}`];
}
