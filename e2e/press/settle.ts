import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { Watch } from "./watch";

const PATIENCE_MS = 20_000;
const ANSWER_MS = 5_000;

/**
 * Waits until the page rests: whole, taken over by its scripts, all answers in, and nothing changed
 * between one idle moment of the browser and the next, however busy the machine is.
 */
export async function settle(page: Page, watch: Watch): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const asked = watch.asked();
    const rests = watch.underWay() === 0 && (await restsNow(page));
    if (rests && watch.underWay() === 0 && watch.asked() === asked) return;
    if (!rests) await setTimeout(10);
  }
  throw new Error(`${page.url()} does not come to rest.`);
}

/** False while one document makes place for the next. */
async function restsNow(page: Page): Promise<boolean> {
  try {
    const answer = page.evaluate(() => "pressing" in globalThis && pressing.rests());
    return await Promise.race([answer, setTimeout(ANSWER_MS, false, { ref: false })]);
  } catch (error) {
    if (/context was destroyed|navigat|frame was detached/i.test(String(error))) return false;
    throw error;
  }
}
