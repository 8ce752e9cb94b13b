import { expect, test } from "@playwright/test";
import { makeUnsubscribeLink } from "@/lib/notifications/choices/make-unsubscribe-link";
import { aFamilySchool, signIn } from "./family-school";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

test("without JavaScript a parent leaves a kind of mail by its link, comes back, and sees both in the settings", async ({
  page,
}) => {
  const { school, family, base } = await aFamilySchool();
  const { personId } = family.guardian;
  const link = makeUnsubscribeLink(school.id, personId, "lesson-reminder");
  await page.goto(new URL(link.pageUrl).pathname);
  await expect(page.getByText(school.facts.name)).toBeVisible();
  await expect(page.locator("body")).not.toContainText(family.guardian.email);
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByRole("heading", { name: "Done. It has stopped." })).toBeVisible();

  await signIn(page, family.guardian.email, base);
  await page.goto(`${base}/mail-settings`);
  const reminder = page.getByRole("checkbox", { name: /Reminder before a lesson/ });
  await expect(reminder).not.toBeChecked();
  await page.getByRole("checkbox", { name: /Booking is open/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Booking is open/ })).not.toBeChecked();

  await page.goto(new URL(link.pageUrl).pathname);
  await page.getByRole("button", { name: "Turn it on again" }).click();
  await expect(page.getByRole("heading", { name: "Stop this email?" })).toBeVisible();
  await page.goto(`${base}/mail-settings`);
  await expect(reminder).toBeChecked();
});
