import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { anAdmin } from "@/lib/testing/people-factory";
import { aRoom } from "@/lib/testing/school-factory";
import { dayAt } from "@/lib/time/zone";
import { aFamilySchool, signIn } from "./family-school";

async function anAdminAt(page: Page) {
  const there = await aFamilySchool();
  const admin = await anAdmin(there.school);
  const base = `/${there.school.slug}/admin`;
  await signIn(page, admin.email, base);
  return { ...there, base };
}

async function expectReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

test("an admin closes a day, sees what comes back, and opens it again", async ({ page }) => {
  const { base, school, startIn } = await anAdminAt(page);
  const day = dayAt(startIn(4, "10:00"), school.facts.timeZone);
  await page.goto(`${base}/closures?name=Fete&startsOn=${day}&endsOn=&locationId=`);
  await page.getByRole("button", { name: "Cancel these lessons and close" }).click();
  await expect(page.getByText("The school is closed then.")).toBeVisible();
  await expect(page.getByText("1 family and 1 teacher will be notified.")).toBeVisible();
  const closure = page.getByRole("listitem").filter({ hasText: "Fete" });
  await closure.getByRole("link", { name: "Open again" }).click();
  await expect(page.getByRole("heading", { name: "1 lesson is held again" })).toBeVisible();
  await expectReadable(page);
  await page.getByRole("button", { name: "Open these days again" }).click();
  await expect(page.getByText("Those days are open again.")).toBeVisible();
  await expect(page.getByText("Fete")).toBeHidden();
});

test("an admin changes a course, and is told why it cannot be archived", async ({ page }) => {
  const { base, course } = await anAdminAt(page);
  await page.goto(`${base}/courses/${course.id}`);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Places").fill("5");
  await page.getByLabel("Price of an individual lesson (AUD)").fill("52.50");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByText("1 family and 1 teacher will be notified.")).toBeVisible();
  await page.getByLabel("Start").fill("11:00");
  await page.getByRole("button", { name: "Save for the lessons ahead" }).click();
  await expect(page.getByText("Students are enrolled at the present time.")).toBeVisible();
  await expect(page.getByText("Not possible yet: 1 student is enrolled.")).toBeVisible();
  await expectReadable(page);
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByText("1 of 5 places")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin renames a room, and reads why another one is not archived", async ({ page }) => {
    const { base, school, course } = await anAdminAt(page);
    await aRoom(school, { location: course.room.location, name: "Attic" });
    await page.goto(`${base}/setup`);
    const attic = page.getByRole("listitem").filter({ hasText: "Attic" });
    await attic.locator("summary").click();
    await attic.getByLabel("Name").fill("Loft");
    await attic.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    const used = page.getByRole("listitem").filter({ hasText: course.room.name });
    await used.locator("summary").click();
    await used.getByRole("button", { name: `Archive ${course.room.name}` }).click();
    await expect(page.getByText("This room is still needed by")).toBeVisible();
    const loft = page.getByRole("listitem").filter({ hasText: "Loft" });
    await loft.locator("summary").click();
    await loft.getByRole("button", { name: "Archive Loft" }).click();
    await expect(page.getByRole("button", { name: "Put back Loft" })).toBeVisible();
  });
});
