import type { ElementHandle, Page } from "@playwright/test";
import type { Filling, Findings, Look, PageReport } from "./control";

export async function findIn(page: Page): Promise<Findings> {
  return page.evaluate(() => pressing.find());
}

export async function lookAt(page: Page): Promise<Look> {
  return page.evaluate(() => pressing.look());
}

export async function reportOf(page: Page): Promise<PageReport> {
  return page.evaluate(() => pressing.report());
}

export async function mark(page: Page, place: number): Promise<void> {
  await page.evaluate((at) => pressing.mark(at), place);
}

export async function fillForm(page: Page, form: number, filling: Filling[]): Promise<void> {
  await page.evaluate(([at, values]) => pressing.fill(at, values), [form, filling] as const);
}

export async function elementAt(page: Page, place: number): Promise<ElementHandle<HTMLElement>> {
  const handle = await page.evaluateHandle((at) => pressing.found[at], place);
  const element = handle.asElement();
  if (element === null) throw new Error("The control has gone.");
  return element;
}
