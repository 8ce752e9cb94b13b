import { expect, test } from "@playwright/test";
import { anAdmin } from "@/lib/testing/people-factory";
import { aGroupCourse } from "@/lib/testing/scheduling-factory";
import { aTerm } from "@/lib/testing/school-factory";
import { dayAt } from "@/lib/time/zone";
import { aFamilySchool } from "./family-school";
import { enter } from "./fixtures/enter";

test("an admin narrows the calendar, opens a lesson by keyboard and comes back to where they were", async ({
  page,
}) => {
  const { school, course, startIn } = await aFamilySchool();
  const admin = await anAdmin(school);
  await aGroupCourse(school, { name: "Choir", term: course.term, startTime: "14:00" });
  await enter(page, admin.userId);
  const date = dayAt(startIn(2, "10:00"), school.facts.timeZone);
  const piano = page.getByRole("button", { name: /Piano Foundation 1/ });
  const choir = page.getByRole("button", { name: /Choir/ });

  await page.goto(`/${school.slug}/admin/calendar?date=${date}`);
  await expect(piano).toContainText("Mia");
  await expect(choir).toBeVisible();
  await page.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Group week" });
  await expect(choir).toHaveCount(0);
  await expect(page).toHaveURL(/kind=hybrid-group/);
  await page.reload();
  await expect(piano).toBeVisible();
  await expect(choir).toHaveCount(0);

  await piano.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Piano Foundation 1" });
  await expect(dialog.getByRole("link", { name: /^Mia/ })).toBeVisible();
  await expect(dialog).toContainText("Piano Room, Newtown");
  await expect(page).toHaveURL(/entry=/);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page).not.toHaveURL(/entry=/);
  await expect(piano).toBeFocused();

  await page.getByRole("button", { name: "Show all" }).click();
  await expect(choir).toBeVisible();
  await page.getByRole("link", { name: "Next week" }).click();
  const placeholder = page.getByRole("button", { name: /0 of 1 booked/ });
  await placeholder.click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "Book" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.goBack();
  await expect(piano).toContainText("Mia");
});

test.describe("in a browser far away", () => {
  test.use({ timezoneId: "America/New_York" });

  test("a lesson stands at its time on the school's wall, before and after the clocks change", async ({
    page,
  }) => {
    const { school } = await aFamilySchool();
    const term = await aTerm(school, { startsOn: "2026-09-21", weeks: 4 });
    await aGroupCourse(school, { name: "Choir", term, startTime: "16:00" });
    await enter(page, (await anAdmin(school)).userId);
    await page.goto(`/${school.slug}/admin/calendar?view=month&date=2026-10-01`);
    const cells = page.getByRole("button", { name: /Choir/ });
    await expect(cells).toHaveCount(3);
    for (const text of await cells.allInnerTexts()) expect(text).toContain("4pm");
    await page.goto(`/${school.slug}/admin/calendar?view=day&date=2026-10-05`);
    await expect(cells).toContainText("4–5pm");
    await expect(page.getByText("Monday 5 October 2026")).toBeVisible();
  });
});
