import { expect, test } from "@playwright/test";
import { aFamilySchool, signIn, takeByOthers } from "./family-school";

test.use({ javaScriptEnabled: false });

test("without JavaScript a parent books, is refused with a way on, moves and cancels", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.getByRole("link", { name: "Book week 3" }).click();
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await takeByOthers(there, { week: 3, time: "16:30" });
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByText("That time was just taken")).toBeVisible();
  await page.getByRole("button", { name: /3:45 pm$/ }).click();
  await expect(page.getByText("Booked!")).toBeVisible();

  await page.getByRole("link", { name: "Move", exact: true }).click();
  await page.getByRole("radio", { name: "5:15 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Move the lesson" }).click();
  await expect(page.getByText("Moved!")).toBeVisible();
  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await page.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(page.getByText("Cancelled.", { exact: true })).toBeVisible();
});

test("without JavaScript all weeks go in one confirmation", async ({ page }) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.getByRole("link", { name: "Book all 3 at once" }).click();
  await page.getByRole("radio", { name: /^4:30 pm/ }).check({ force: true });
  await page.getByRole("button", { name: "Use this time every week" }).click();
  await takeByOthers(there, { week: 7, time: "16:30" });
  await page.getByRole("button", { name: "Book these lessons" }).click();
  await expect(page.getByText(/Week 7 could not be booked/)).toBeVisible();
  await page
    .getByRole("group", { name: /^Week 7/ })
    .getByRole("radio", { name: /5:15 pm/ })
    .check({ force: true });
  await page.getByRole("button", { name: "Book these lessons" }).click();
  await expect(page.getByText("All booked.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Mia" })).toHaveCount(3);
});

test("without JavaScript a parent asks the school", async ({ page }) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/book/${there.mia.id}/ask?week=3`);
  await page.getByLabel(/When would it suit you/).fill("On Friday");
  await page.getByRole("button", { name: "Send to the school" }).click();
  await expect(page.getByText("Your help request is sent.")).toBeVisible();
});
