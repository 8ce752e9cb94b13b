import type { Page } from "@playwright/test";
import type { Control, Findings, Look } from "./control";
import { emptyFilling, validFilling } from "./fill";
import { elementAt, fillForm, lookAt, mark, reportOf } from "./in-page-calls";
import { faultsOf, hasEffect, type Sight } from "./judge";
import { unintended } from "./intended";
import type { OwnApp } from "./own-app";
import { changedTables, lastChange } from "./put-back";
import { settle } from "./settle";
import type { Actor } from "./stage";
import type { Step } from "./steps";

/** One press and what is wrong with it. */
export type Pressed = { control: string; faults: string[]; ms: number };

export type Setting = {
  app: OwnApp;
  actor: Actor;
  address: string;
  /** The page, as its files name it. */
  template: string;
  /** Hears of each press. */
  tell: (pressed: Pressed) => void;
};

/** What is not to be seen by then is no answer to a press. */
const SLOW_EFFECT_MS = 1_500;
const CLICK_MS = 4_000;

/** Fills, presses, waits until the page rests, and tells all that was seen. */
export async function pressStep(
  setting: Setting,
  step: Step,
  findings: Findings,
): Promise<{ sight: Sight; faults: string[] }> {
  const { page, watching } = setting.actor;
  const { control } = step.kind;
  const unknown = await fillFor(page, step, findings);
  const before = { look: await lookAt(page), change: await lastChange() };
  setting.app.takeErrors();
  watching.begin();
  await mark(page, control.place);
  await touch(page, control);
  await settle(page, watching);
  let sight = await see(setting, step, before);
  const deadline = performance.now() + SLOW_EFFECT_MS;
  while (!hasEffect(sight) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    sight = await see(setting, step, before);
  }
  const examples = unknown.map(
    (field) => `no example value is known for ${field}: add it to e2e/press/examples.ts`,
  );
  return { sight, faults: [...examples, ...unintended(setting.template, faultsOf(sight))] };
}

/** Fills the form that the control sends, or the field that it is itself. Names what it cannot fill. */
async function fillFor(page: Page, { kind, manner }: Step, findings: Findings): Promise<string[]> {
  const { form } = kind.control;
  const facts = form === null ? undefined : findings.forms[form];
  if (manner === "plain" || form === null || facts === undefined) return [];
  if (manner === "empty") {
    await fillForm(page, form, emptyFilling(facts));
    return [];
  }
  const { filling, unknown } = validFilling(facts);
  await fillForm(page, form, filling);
  return unknown;
}

async function touch(page: Page, { place, tag, where, href }: Control): Promise<void> {
  const element = await elementAt(page, place);
  if (tag === "select") {
    await element.evaluate((each) => {
      const select = each as HTMLSelectElement;
      const next = [...select.options].find(({ selected, disabled }) => !selected && !disabled);
      if (next === undefined) return;
      const prototype = HTMLSelectElement.prototype;
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(select, next.value);
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return;
  }
  // Hidden until the keyboard comes to it.
  if (where === "around" && href?.includes("#")) {
    await element.focus();
    await page.keyboard.press("Enter");
    return;
  }
  await element.click({ timeout: CLICK_MS });
}

type Before = { look: Look; change: number };

async function see({ app, actor }: Setting, step: Step, before: Before): Promise<Sight> {
  const { page, watching } = actor;
  const after = await lookAt(page);
  const report = await reportOf(page);
  return {
    manner: step.manner,
    ...report,
    ...watching.take(),
    navigated: after.url !== before.look.url,
    serverErrors: app.takeErrors(),
    changedTables: await changedTables(before.change),
    ...{ before: before.look, after },
  };
}
