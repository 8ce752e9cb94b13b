import { expect, test } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
import { anAdmin } from "@/lib/testing/people-factory";
import { addDays } from "@/lib/time/day";
import { systemNow } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { aFamilySchool } from "./family-school";
import { enter } from "./fixtures/enter";

test("a teacher's week shows the group lesson with its roster, or how many have booked and each booked lesson", async ({
  page,
}) => {
  const there = await aFamilySchool();
  const { school, course, mia, startIn } = there;
  await enter(page, course.teacher.userId);
  const monday = (week: number) => dayAt(startIn(week, "10:00"), school.facts.timeZone);
  const entry = (text: string | RegExp) => page.getByRole("listitem").filter({ hasText: text });

  await page.goto(`/${school.slug}/teach?view=list&date=${monday(1)}`);
  await expect(entry("Piano Foundation 1")).toHaveCount(1);
  await expect(entry("Piano Foundation 1")).toContainText("10:00");
  await expect(entry("Piano Foundation 1")).toContainText("Mia");

  await page.goto(`/${school.slug}/teach?view=list&date=${monday(3)}`);
  await expect(entry("0 of 1 booked")).toContainText("10:00");
  await expect(entry("0 of 1 booked")).toContainText("1-on-1 week");
  await expect(entry("Piano Foundation 1")).toHaveCount(1);

  await aBooking(mia, { week: 3, startsAt: startIn(3, "16:30") });
  await page.reload();
  await expect(entry("1 of 1 booked")).toHaveCount(1);
  await expect(entry(/4:30.*Mia/)).toContainText("Piano Room, Newtown");
  await expect(page.getByText(/\$\d/)).toHaveCount(0);
});

test("a teacher sees when families can book with them, and is told when the school changes it", async ({
  page,
}) => {
  const { school, course } = await aFamilySchool();
  const admin = await anAdmin(school);
  await enter(page, admin.userId);
  await page.goto(`/${school.slug}/admin/availability/${course.teacher.id}`);
  const day = addDays(dayAt(systemNow(), school.facts.timeZone), 9);
  await page.getByLabel("First day").fill(day);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("1 teacher will be notified.")).toBeVisible();

  await enter(page, course.teacher.userId);
  await page.goto(`/${school.slug}/teach`);
  await page.getByRole("link", { name: "Open times" }).first().click();
  await expect(page.getByRole("heading", { name: "My open times" })).toBeVisible();
  await expect(page.getByText("3:00 – 7:00 pm")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Away" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: /Remove/ })).toHaveCount(0);
});
