import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { aNotice } from "@/lib/testing/notice-factory";
import { plusHours, systemNow } from "@/lib/time/instant";
import { aFamilySchool, signIn } from "./family-school";

async function aParentWithNotices(page: Page) {
  const there = await aFamilySchool();
  const { school, family, base } = there;
  const now = systemNow();
  const path = "family/bookings";
  const told = [
    { title: "Booked: Mia, Piano Foundation 1", path, createdAt: now },
    { title: "Your password was changed", path: null, createdAt: plusHours(now, -30) },
    { title: "Kept for the admins", path: "admin/desk", createdAt: plusHours(now, -31) },
  ];
  for (const notice of told) await aNotice(school, family.guardian, notice);
  await signIn(page, family.guardian.email, base);
  return there;
}

test("a parent sees what is new on the bell, reads it, and is led to what it is about", async ({
  page,
}) => {
  const { base } = await aParentWithNotices(page);
  await page.getByRole("link", { name: "Notices, 3 unread" }).click();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

  await page.getByRole("button", { name: /Booked: Mia/ }).click();
  await expect(page).toHaveURL(new RegExp(`${base}/bookings$`));
  await page.getByRole("link", { name: "Notices, 2 unread" }).click();
  // Into an area that a parent does not have it leads nowhere but back.
  await page.getByRole("button", { name: /Kept for the admins/ }).click();
  await expect(page.getByRole("link", { name: "Notices, 1 unread" })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${base}/notices$`));
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Your password was changed/ })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a notice leads on all the same", async ({ page }) => {
    const { base } = await aParentWithNotices(page);
    await page.goto(`${base}/notices`);
    await page.getByRole("button", { name: /Booked: Mia/ }).click();
    await expect(page).toHaveURL(new RegExp(`${base}/bookings$`));
    await expect(page.getByRole("link", { name: "Notices, 2 unread" })).toBeVisible();
    await page.goto(`${base}/notices`);
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  });
});
