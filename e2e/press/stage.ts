import type { Browser, BrowserContext, Cookie, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "./examples";
import { IN_PAGE_SCRIPT } from "./in-page";
import type { OwnApp } from "./own-app";
import type { Role } from "./places";
import { keepChanges } from "./put-back";
import { watch, type Watch } from "./watch";
import { demoRecords, type Records } from "./records";

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** A person at a browser of their own. */
export type Actor = {
  page: Page;
  context: BrowserContext;
  cookies: Cookie[];
  /** The links that were seen to lead somewhere. */
  asked: Set<string>;
  watching: Watch;
};

export type Stage = {
  app: OwnApp;
  records: Records;
  actorFor: (role: Role) => Promise<Actor>;
};

/** The demo school with everybody of it, ready to press. */
export async function openStage(browser: Browser, app: OwnApp): Promise<Stage> {
  const records = await demoRecords();
  await keepChanges();
  const actors = new Map<Role, Promise<Actor>>();
  const actorFor = (role: Role) => {
    const known = actors.get(role) ?? signedIn(browser, app.url, role);
    actors.set(role, known);
    return known;
  };
  return { app, records, actorFor };
}

/** Signs in once; what that changed stays. */
async function signedIn(browser: Browser, url: string, role: Role): Promise<Actor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: DESKTOP,
    locale: "en-AU",
    timezoneId: "Australia/Sydney",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  if (role !== "visitor") {
    await page.goto("/sign-in");
    await page.getByLabel(/^e-?mail/i).fill(`${role}@musicnme.example`);
    await page.getByLabel("Password", { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/musicnme\//);
    await keepChanges();
  }
  await context.addInitScript({ content: IN_PAGE_SCRIPT });
  const watching = watch(page, url);
  return { page, context, cookies: await context.cookies(), asked: new Set(), watching };
}
