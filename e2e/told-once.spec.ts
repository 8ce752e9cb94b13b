import { expect, test, type Page } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamilySchool, signIn, type FamilySchool } from "./family-school";

async function book(page: Page, there: FamilySchool): Promise<void> {
  await page.goto(`${there.base}/book/${there.mia.id}?week=3`);
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByText("Booked!")).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("what happened is said once: gone on reload, on back and in the address", async ({
      page,
    }) => {
      const there = await aFamilySchool();
      await signIn(page, there.family.guardian.email, there.base);
      await book(page, there);
      expect(new URL(page.url()).search).toBe("");
      await page.reload();
      await expect(page.getByRole("heading", { name: /Mia.s lesson/ })).toBeVisible();
      await expect(page.getByText("Booked!")).toHaveCount(0);

      await page.getByRole("link", { name: "Cancel", exact: true }).click();
      await page.getByRole("button", { name: "Cancel this lesson" }).click();
      await expect(page.getByText("Cancelled.", { exact: true })).toBeVisible();
      await page.getByRole("link", { name: "Home" }).first().click();
      await expect(page.getByRole("heading", { name: /Hello/ })).toBeVisible();
      await page.goBack();
      await expect(page.getByRole("heading", { name: /Mia.s lesson/ })).toBeVisible();
      await expect(page.getByText("Cancelled.", { exact: true })).toHaveCount(0);
    });

    test("signing out says so once, and ends the session", async ({ page }) => {
      const there = await aFamilySchool();
      await signIn(page, there.family.guardian.email, there.base);
      await page.goto("/account");
      await page
        .getByRole("button", { name: /Sign out everywhere|Sign out on all/ })
        .first()
        .click();
      await expect(page.getByText("You are signed out everywhere.")).toBeVisible();
      await page.reload();
      await expect(page.getByText("You are signed out everywhere.")).toHaveCount(0);
      await page.goto(there.base);
      await expect(page).toHaveURL(/sign-in/);
    });
  });
}

test("an address says nothing of what happened", async ({ page }) => {
  const there = await aFamilySchool();
  const startsAt = there.startIn(3, "16:30");
  const booking = await aBooking(there.mia, { week: 3, startsAt, state: "CANCELLED" });
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/bookings/${booking.id}?message=moved&done=moved`);
  await expect(page.getByRole("heading", { name: /Mia.s lesson/ })).toBeVisible();
  await expect(page.getByText("Moved!")).toHaveCount(0);
});
