import { expect, test } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamily } from "@/lib/testing/people-factory";
import { anEnrolment } from "@/lib/testing/scheduling-factory";
import { dayAt } from "@/lib/time/zone";
import { aFamilySchool } from "./family-school";
import { enter } from "./fixtures/enter";

async function aFamilyWithLessons() {
  const there = await aFamilySchool();
  const { school, course, family, mia, startIn } = there;
  await anEnrolment(course, family.students[1] ?? family.students[0]);
  const others = await aFamily(school, { students: ["Zoe"] });
  await anEnrolment(course, others.students[0]);
  await aBooking(mia, { week: 3, startsAt: startIn(3, "16:30") });
  const dateOf = (week: number) => dayAt(startIn(week, "10:00"), school.facts.timeZone);
  return { ...there, path: `/${school.slug}/family/calendar`, dateOf };
}

test("a parent sees all children together, each alone, and nobody else's", async ({ page }) => {
  const { family, path, dateOf } = await aFamilyWithLessons();
  await enter(page, family.guardian.userId);
  await page.goto(`${path}?view=list&date=${dateOf(2)}`);
  const entry = page.getByRole("listitem").filter({ hasText: "Piano Foundation 1" });
  await expect(entry).toContainText("Mia, Tom");
  await page.getByLabel("Child").selectOption({ label: "Tom" });
  await expect(entry).not.toContainText("Mia");
  await expect(page).toHaveURL(/student=/);
  await page.getByRole("link", { name: "Next week" }).click();
  await expect(entry).toContainText("0 of 1 booked");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(entry.filter({ hasText: "4:30" })).toContainText("Mia");
  await expect(page.getByText("Zoe")).toHaveCount(0);
});

test("a phone shows the list at first, a wider screen the week", async ({ page }) => {
  const { family, path, dateOf } = await aFamilyWithLessons();
  await enter(page, family.guardian.userId);
  await page.goto(`${path}?date=${dateOf(3)}`);
  const isPhone = (page.viewportSize()?.width ?? 0) < 768;
  const listed = page.locator("li").filter({ hasText: "1 of 2 booked" });
  const drawn = page.getByRole("button", { name: /1 of 2 booked/ });
  await expect(isPhone ? listed : drawn).toBeVisible();
  await expect(isPhone ? drawn : listed).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the list shows the family's lessons, what each is, and the other weeks", async ({
    page,
  }) => {
    const { family, path, dateOf } = await aFamilyWithLessons();
    await enter(page, family.guardian.userId);
    await page.goto(`${path}?date=${dateOf(3)}`);
    const booked = page.getByRole("listitem").filter({ hasText: "4:30" });
    await expect(booked).toContainText("Mia");
    await booked.getByRole("link", { name: "Piano Foundation 1" }).click();
    const details = page.getByRole("region", { name: "Piano Foundation 1" });
    await expect(details).toContainText("12 Wattle Lane");
    await expect(details.getByRole("link", { name: "Booking" })).toBeVisible();
    await page.getByRole("link", { name: "Previous week" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Mia, Tom" })).toBeVisible();
    await page.getByLabel("Child").selectOption({ label: "Tom" });
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Tom" })).not.toContainText("Mia");
  });
});
