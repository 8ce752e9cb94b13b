import { expect, test } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
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
