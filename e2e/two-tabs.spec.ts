import { expect, test, type Browser, type Page } from "@playwright/test";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { aGuardian, anAdmin } from "@/lib/testing/people-factory";
import { aFamilySchool, signIn, type FamilySchool } from "./family-school";

type Two = { there: FamilySchool; booking: TestBooking; mother: Page; father: Page };

/** Mia's lesson of week 3 at half past four, and her two parents, each at an own device. */
async function twoParents(browser: Browser): Promise<Two> {
  const there = await aFamilySchool();
  const booking = await aBooking(there.mia, { week: 3, startsAt: there.startIn(3, "16:30") });
  const { school, family, base } = there;
  const tom = await aGuardian(school, { family, givenName: "Tom", kind: "OTHER" });
  const [mother, father] = await Promise.all(
    [family.guardian.email, tom.email].map(async (email) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await signIn(page, email, base);
      return page;
    }),
  );
  if (mother === undefined || father === undefined) throw new Error("two parents");
  return { there, booking, mother, father };
}

async function move(page: Page, here: string, time: string): Promise<void> {
  await page.goto(`${here}/move`);
  await page.getByRole("radio", { name: time }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Move the lesson" }).click();
  await expect(page.getByText("Moved!")).toBeVisible();
}

test("a lesson that the other parent has moved is not cancelled by the page from before", async ({
  browser,
}) => {
  const { there, booking, mother, father } = await twoParents(browser);
  const here = `${there.base}/bookings/${booking.id}`;
  await mother.goto(`${here}/cancel`);
  await expect(mother.getByText(/4:30 pm/).first()).toBeVisible();
  await move(father, here, "3:00 pm");

  await mother.getByLabel(/Why/).fill("Away");
  await mother.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(mother.getByText("so nothing was done")).toBeVisible();
  await expect(mother.getByText(/Tom moved it to .*3:00 pm/)).toBeVisible();
  await expect(mother.getByRole("heading", { name: /Cancel/ })).toBeVisible();
  await father.reload();
  await expect(father.getByText("Cancelled")).toHaveCount(0);

  await expect(mother.getByLabel(/Why/)).toHaveValue("Away");
  await expect(mother.getByRole("link", { name: /3:00 pm/ })).toBeVisible();
  await mother.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(mother.getByText("Cancelled.", { exact: true })).toBeVisible();
});

test("a lesson that the other parent has cancelled is not moved, and says by whom", async ({
  browser,
}) => {
  const { there, booking, mother, father } = await twoParents(browser);
  const here = `${there.base}/bookings/${booking.id}`;
  await mother.goto(`${here}/move`);
  await mother.getByRole("radio", { name: "3:00 pm" }).check({ force: true });
  await mother.getByRole("button", { name: "Continue" }).click();
  await expect(mother.getByRole("button", { name: "Move the lesson" })).toBeVisible();
  await father.goto(`${here}/cancel`);
  await father.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(father.getByText("Cancelled.", { exact: true })).toBeVisible();

  await mother.getByRole("button", { name: "Move the lesson" }).click();
  await expect(mother.getByText(/Cancelled by Tom on/)).toBeVisible();
  await mother.getByRole("link", { name: "Show the booking" }).click();
  await expect(mother).toHaveURL(new RegExp(`${here}$`));
});

test("the desk's page from before a family's move cancels nothing", async ({ browser }) => {
  const { there, booking, mother } = await twoParents(browser);
  const admin = await (await browser.newContext()).newPage();
  const desk = `/${there.school.slug}/admin/desk`;
  await signIn(admin, (await anAdmin(there.school)).email, desk);
  await admin.goto(`${desk}/bookings/${booking.id}/cancel`);
  await move(mother, `${there.base}/bookings/${booking.id}`, "5:15 pm");

  await admin.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(admin.getByText("so nothing was done")).toBeVisible();
  await expect(admin.getByText(/moved it to .*5:15 pm/)).toBeVisible();
  await mother.reload();
  await expect(mother.getByRole("link", { name: "Cancel", exact: true })).toBeVisible();
});

test("all weeks in two tabs: the second is told what is booked and by whom, and books nothing twice", async ({
  browser,
}) => {
  const { there, mother, father } = await twoParents(browser);
  for (const page of [mother, father]) {
    await page.goto(`${there.base}/book/${there.mia.id}/all`);
    await page.getByRole("radio", { name: /^3:00 pm/ }).check({ force: true });
    await page.getByRole("button", { name: "Use this time every week" }).click();
    await expect(page.getByRole("button", { name: "Book these lessons" })).toBeVisible();
  }
  await father.goto(`${there.base}/book/${there.mia.id}?week=5`);
  await father.getByRole("radio", { name: "3:45 pm" }).check({ force: true });
  await father.getByRole("button", { name: "Continue" }).click();
  await father.getByRole("button", { name: "Book this lesson" }).click();
  await expect(father.getByText("Booked!")).toBeVisible();

  await mother.getByRole("button", { name: "Book these lessons" }).click();
  await expect(mother.getByText("Nothing is booked yet")).toHaveCount(0);
  await expect(mother.getByText(/Week 5: .*3:45 pm, booked by Tom/).first()).toBeVisible();
  await expect(mother.getByRole("group", { name: /^Week 5/ })).toHaveCount(0);
  await mother.getByRole("button", { name: "Book these lessons" }).click();
  await expect(mother.getByText("All booked.")).toBeVisible();
  await expect(mother.getByRole("link", { name: "Mia" })).toHaveCount(3);
});

test("one week in two tabs: the second is told who booked it when, and led there", async ({
  browser,
}) => {
  const { there, mother, father } = await twoParents(browser);
  for (const page of [mother, father]) {
    await page.goto(`${there.base}/book/${there.mia.id}?week=5`);
    await page.getByRole("radio", { name: "3:45 pm" }).check({ force: true });
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("button", { name: "Book this lesson" })).toBeVisible();
  }
  for (const page of [father, mother]) {
    await page.getByRole("button", { name: "Book this lesson" }).click();
    const told = page === father ? "Booked!" : /Week 5: .*3:45 pm, booked by Tom/;
    await expect(page.getByText(told).first()).toBeVisible();
  }
  await expect(mother.getByText("One press takes one of these")).toHaveCount(0);
  await mother.getByRole("link", { name: "Show the booking" }).first().click();
  await expect(mother.getByRole("heading", { name: /Mia.s lesson/ })).toBeVisible();
});
