import { expect, test } from "@playwright/test";
import { aFamilySchool, signIn, takeByOthers } from "./family-school";

test("a parent books in four taps, with the calendar file and the way on", async ({ page }) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await expect(page.getByText("3 lessons to book")).toBeVisible();

  await page.getByRole("link", { name: "Book week 3" }).click();
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Move or cancel until")).toBeVisible();
  await expect(page.getByText("Piano Room, Newtown")).toBeVisible();
  await page.getByRole("button", { name: "Book this lesson" }).click();

  await expect(page).toHaveURL(/\/family\/bookings\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Booked!")).toBeVisible();
  await expect(page.getByRole("link", { name: "Book week 5 too" })).toBeVisible();
  const href = await page.getByRole("link", { name: "Add to my calendar" }).getAttribute("href");
  const file = await page.request.get(String(href));
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("Mia: Piano Foundation 1");

  await page.goto(there.base);
  await expect(page.getByText("2 lessons to book")).toBeVisible();
});

test("a time that another family takes goes within three seconds, and a lost choice is said", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/book/${there.mia.id}?week=3`);
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.waitForResponse(/\/slots\?week=3/);
  const before = await page.getByRole("radio", { name: "5:15 pm" }).boundingBox();

  await takeByOthers(there, { week: 3, time: "16:30" });
  await expect(page.getByText("4:30 pm was just taken")).toBeVisible({ timeout: 3_000 });
  await expect(page.getByRole("radio", { name: "4:30 pm" })).toBeDisabled();
  expect(await page.getByRole("radio", { name: "5:15 pm" }).boundingBox()).toEqual(before);

  await page.getByRole("button", { name: /3:45 pm$/ }).click();
  await expect(page.getByRole("radio", { name: "3:45 pm" })).toBeChecked();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByText("Booked!")).toBeVisible();
});

test("a time lost at the last moment is refused with the nearest ones, one press each", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/book/${there.mia.id}?week=3`);
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("button", { name: "Book this lesson" })).toBeVisible();

  await takeByOthers(there, { week: 3, time: "16:30" });
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByRole("alert").getByText("just taken")).toBeVisible();
  await page.getByRole("button", { name: /3:45 pm$/ }).click();
  await expect(page.getByText("Booked!")).toBeVisible();
  await expect(page.getByText("3:45 – 4:30 pm").first()).toBeVisible();
});

test("going back after booking shows the week as booked, not one's own time as taken", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.getByRole("link", { name: "Book week 3" }).click();
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByText("Booked!")).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/\/book\//);
  await expect(page.getByText(/^Booked: .*4:30/)).toBeVisible();
  await expect(page.getByText("Taken")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByText("2 lessons to book")).toBeVisible();
});

test("pressing twice and coming back gives one booking", async ({ page }) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/book/${there.mia.id}?week=3`);
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/confirm\?/);
  const confirmUrl = page.url();
  await page.getByRole("button", { name: "Book this lesson" }).dblclick();
  await expect(page.getByText("Booked!")).toBeVisible();
  await page.goto(confirmUrl);
  await expect(page.getByText("This week is already booked")).toBeVisible();
  await page.goto(`${there.base}/bookings`);
  await expect(page.getByRole("link", { name: "Mia" })).toHaveCount(1);
});

test("all weeks go in one confirmation; what clashed is named and the rest is kept", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.getByRole("link", { name: "Book all 3 at once" }).click();
  await page.getByRole("radio", { name: /^4:30 pm/ }).check({ force: true });
  await page.getByRole("button", { name: "Use this time every week" }).click();
  await expect(page.getByRole("radio", { name: /4:30 pm/, checked: true })).toHaveCount(3);

  await takeByOthers(there, { week: 5, time: "16:30" });
  await page.getByRole("button", { name: "Book these lessons" }).click();
  await expect(page.getByText("Nothing is booked yet")).toBeVisible();
  await expect(page.getByText(/Week 5 could not be booked/)).toBeVisible();
  await expect(page.getByRole("radio", { name: /4:30 pm/, checked: true })).toHaveCount(2);
  await page
    .getByRole("group", { name: /^Week 5/ })
    .getByRole("radio", { name: /3:45 pm/ })
    .check({ force: true });
  await page.getByRole("button", { name: "Book these lessons" }).click();
  await expect(page.getByText("All booked.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Mia" })).toHaveCount(3);
});

test("what belongs to another family is not found", async ({ page }) => {
  const there = await aFamilySchool();
  const elsewhere = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  for (const path of [
    `${there.base}/book/${elsewhere.mia.id}?week=3`,
    `${elsewhere.base}`,
    `${there.base}/book/${elsewhere.mia.id}/all`,
    `${there.base}/bookings/${elsewhere.mia.id}`,
    `${there.base}/bookings/${elsewhere.mia.id}/calendar.ics`,
    `${there.base}/bookings/nonsense`,
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});
