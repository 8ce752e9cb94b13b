import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamilySchool, signIn } from "./family-school";

test("every page of a family can be read by machines and fits the screen", async ({ page }) => {
  test.slow();
  const there = await aFamilySchool();
  const booking = await aBooking(there.mia, { week: 3, startsAt: there.startIn(3, "16:30") });
  const free = new Date(there.startIn(5, "16:30")).toISOString();
  const old = `${there.base}/bookings/${booking.id}`;
  const book = `${there.base}/book/${there.mia.id}`;
  await signIn(page, there.family.guardian.email, there.base);
  for (const path of [
    there.base,
    `${book}?week=5`,
    `${book}/confirm?week=5&at=${free}`,
    `${book}/all`,
    `${book}/all?same=1-16:30`,
    `${book}/ask?week=5`,
    `${there.base}/bookings`,
    old,
    `${old}/move`,
    `${old}/cancel`,
  ]) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      path,
    ).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  }
});

test("a lesson is booked with the keyboard alone", async ({ page }) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.getByRole("link", { name: "Book week 3" }).focus();
  await page.keyboard.press("Enter");
  const first = page.getByRole("radio").first();
  await first.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio").nth(1)).toBeChecked();
  await page.keyboard.press("Enter");
  const confirm = page.getByRole("button", { name: "Book this lesson" });
  await expect(confirm).toBeVisible();
  await confirm.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Booked!")).toBeVisible();
});

test("a reply that is lost on the way is found again, and nothing is booked twice", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/book/${there.mia.id}?week=3`);
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("button", { name: "Book this lesson" })).toBeVisible();

  await page.route("**/confirm?**", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByText("We did not get an answer")).toBeVisible();
  await page.unroute("**/confirm?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("This week is already booked")).toBeVisible();
  await page.goto(`${there.base}/bookings`);
  await expect(page.getByRole("link", { name: "Mia" })).toHaveCount(1);
});
