import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { demoIds, enterAs } from "./fixtures/demo";
import { addressOf, allPages, type AppPage, type Area } from "./fixtures/page-list";

const ACCOUNTS: Partial<Record<Area, string>> = {
  account: "admin@musicnme.example",
  admin: "admin@musicnme.example",
  family: "parent@musicnme.example",
  teach: "teacher@musicnme.example",
  student: "student@musicnme.example",
};

// A failure names the page and the rule: a trace of every page would cost more than the test.
test.use({ trace: "off" });

let ids: Record<string, string>;

test.beforeAll(async () => {
  ids = await demoIds();
});

/** What a browser says of a page that breaks the policy or fails in its scripts. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

async function expectGood(page: Page, { template, area }: AppPage): Promise<void> {
  const account = ACCOUNTS[area];
  if (account !== undefined) await enterAs(page, account);
  const complaints = complaintsOf(page);
  const reply = await page.goto(addressOf(template, "musicnme", ids), { waitUntil: "load" });
  expect(reply?.status()).toBe(200);
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await page.title()).not.toBe("");
  // Only frames of other sites would need the slower way.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(complaints).toEqual([]);
}

for (const [index, each] of allPages().entries()) {
  // Every second page also at 1280, dark.
  const tag = index % 2 === 0 ? [] : ["@phone"];

  test(
    `${each.template} can be read by everybody, fits the screen and keeps to its policy`,
    {
      tag,
    },
    async ({ page }) => {
      await expectGood(page, each);
    },
  );
}
