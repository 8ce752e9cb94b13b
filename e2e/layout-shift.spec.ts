import { expect, test, type Page } from "@playwright/test";
import { openAppDatabase } from "./fixtures/app";
import { enterAs } from "./fixtures/demo";

/** "Good" ends at 0.1 (web.dev/cls); people who tap while a page moves tap the wrong thing. */
const LIMIT = 0.05;
const SETTLED_MS = 1_500;

test.use({ trace: "off" });
test.beforeAll(() => openAppDatabase());

const PAGES = [
  ["parent@musicnme.example", "/musicnme/family"],
  ["parent@musicnme.example", "/musicnme/family/bookings"],
  ["parent@musicnme.example", "/musicnme/family/calendar"],
  ["parent@musicnme.example", "/musicnme/family/calendar?view=week"],
  ["teacher@musicnme.example", "/musicnme/teach/calendar"],
  ["admin@musicnme.example", "/musicnme/admin/calendar?view=week"],
  ["admin@musicnme.example", "/musicnme/admin/calendar?view=month"],
  ["admin@musicnme.example", "/musicnme/admin/desk"],
] as const;

for (const [account, path] of PAGES) {
  test(`${path} stands still while it loads, on a processor four times slower`, async ({
    page,
  }) => {
    await enterAs(page, account);
    const browser = await page.context().newCDPSession(page);
    await browser.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await countShifts(page);
    await page.goto(path, { waitUntil: "networkidle" });
    await page.waitForTimeout(SETTLED_MS);
    expect(await shiftsOf(page)).toEqual([]);
  });
}

type Shift = { value: number; sources: string[] };
type Counting = Window & { shifts?: Shift[] };

async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = ((window as Counting).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources = [] } = entry as PerformanceEntry & {
          value: number;
          sources?: { node?: Node }[];
        };
        const names = sources.map(({ node }) =>
          node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName),
        );
        shifts.push({ value, sources: names });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What moved, where that adds up to more than the limit. */
async function shiftsOf(page: Page): Promise<Shift[]> {
  const shifts = await page.evaluate(() => (window as Counting).shifts ?? []);
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  return sum < LIMIT ? [] : shifts;
}
