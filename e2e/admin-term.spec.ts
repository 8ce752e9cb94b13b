import { expect, test } from "@playwright/test";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin } from "@/lib/testing/people-factory";
import { anEnrolment } from "@/lib/testing/scheduling-factory";
import { aFamilySchool, type FamilySchool } from "./family-school";
import { enter, mailTo } from "./fixtures/enter";

type Office = FamilySchool & { courseUrl: string; adminId: string };

async function anOffice(): Promise<Office> {
  const there = await aFamilySchool();
  const admin = await anAdmin(there.school);
  const courseUrl = `/${there.school.slug}/admin/courses/${there.course.id}`;
  return { ...there, courseUrl, adminId: admin.userId };
}

test("an admin sets the week plan up with the keyboard alone, and sees first what it changes", async ({
  page,
}) => {
  const { courseUrl, adminId } = await anOffice();
  await enter(page, adminId);
  await page.goto(`${courseUrl}/week-plan`);
  await expect(page.getByTestId("plan-count")).toContainText("7 group, 3 individual");
  const week = (number: number) =>
    page.getByRole("group", { name: new RegExp(`^Week ${number} `) });
  await expect(week(1).getByRole("radio", { name: "Group" })).toBeDisabled();

  await week(3).getByRole("radio", { name: "Individual" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(week(4).getByRole("radio", { name: "Group" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(week(4).getByRole("radio", { name: "Individual" })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(week(5).getByRole("radio", { name: "None" })).toBeChecked();
  await expect(page.getByTestId("plan-count")).toContainText("6 group, 3 individual");
  await expect(page.getByText("Week 4: group → individual")).toBeVisible();
  await expect(page.getByText("Week 5: individual → no lesson")).toBeVisible();

  const save = page.getByRole("button", { name: "Save the plan" });
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press("Tab");
    if (await save.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(save).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The week plan is saved.")).toBeVisible();
  await expect(week(4).getByRole("radio", { name: "Individual" })).toBeChecked();
  await expect(week(5).getByRole("radio", { name: "None" })).toBeChecked();
});

test("an admin is warned when it cannot work out, opens the window, and sees who booked and who did not", async ({
  page,
}) => {
  const there = await anOffice();
  const { school, course, family, mia, courseUrl } = there;
  await superuserQuery("UPDATE course SET window_opens_at = NULL WHERE id = $1", [course.id]);
  await superuserQuery("DELETE FROM availability_window WHERE school_id = $1", [school.id]);
  await superuserQuery("UPDATE person SET email = $2 WHERE id = $1", [
    family.guardian.personId,
    family.guardian.email,
  ]);
  const [, tom] = family.students;
  if (tom === undefined) throw new Error("The family has two students.");
  await anEnrolment(course, tom);
  await enter(page, there.adminId);
  await page.goto(`${courseUrl}/booking`);
  // Only the course's own hour is free, which one lesson fills.
  await expect(page.getByText("There are not enough slots")).toBeVisible();
  await expect(page.getByText("Week 3: 1 lesson too many")).toBeVisible();
  await anAvailability(school, course.teacher, { location: course.room.location });
  await page.reload();
  await expect(page.getByText("Every lesson finds a time")).toBeVisible();

  await page.getByRole("button", { name: "Open booking now" }).click();
  await expect(page.getByRole("button", { name: "Close booking now" })).toBeVisible();
  await mailTo(family.guardian.email, /Piano Foundation 1/);

  await aBooking(mia, { week: 3, startsAt: there.startIn(3, "16:30") });
  await page.reload();
  const section = (week: number) =>
    page.locator("section").filter({ has: page.getByRole("heading", { name: `Week ${week}` }) });
  await expect(section(3).getByText("1 of 2 booked")).toBeVisible();
  await expect(section(3).getByRole("listitem").filter({ hasText: "Mia" })).toContainText(
    "4:30 pm",
  );
  await expect(section(5).getByText("0 of 2 booked")).toBeVisible();
  await expect(section(5).getByRole("link", { name: /^Book for Mia/ })).toBeVisible();
});
