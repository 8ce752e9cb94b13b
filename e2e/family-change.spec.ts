import { expect, test } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
import { plusHours, systemNow } from "@/lib/time/instant";
import { aFamilySchool, signIn } from "./family-school";

test("a parent moves a lesson within its week, then cancels it, and both stay in its history", async ({
  page,
}) => {
  const there = await aFamilySchool();
  const startsAt = there.startIn(3, "16:30");
  const booking = await aBooking(there.mia, { week: 3, startsAt });
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/bookings/${booking.id}`);
  await page.getByRole("link", { name: "Move", exact: true }).click();
  await expect(page.getByText("The lesson stays in week 3")).toBeVisible();
  await page.getByRole("radio", { name: "5:15 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(/4:30 pm, Piano Room/)).toBeVisible();
  await page.getByRole("button", { name: "Move the lesson" }).click();
  await expect(page.getByText("Moved!")).toBeVisible();
  await expect(page.getByText(/Moved by you from .*4:30 pm to .*5:15 pm/)).toBeVisible();

  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await expect(page.getByText("You can book this lesson again")).toBeVisible();
  await page.getByLabel(/Why/).fill("Mia is at camp");
  await page.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(page.getByText("Cancelled.", { exact: true })).toBeVisible();
  await expect(page.getByText("Mia is at camp")).toBeVisible();
  await page.goto(`${there.base}/bookings?view=past`);
  await expect(page.getByText(/Cancelled by you on .*Mia is at camp/)).toBeVisible();
});

test("a lesson inside the notice is not changed online: the reason and the school's phone", async ({
  page,
}) => {
  const there = await aFamilySchool({ windowClosesInHours: 1 });
  const booking = await aBooking(there.mia, { week: 3, startsAt: plusHours(systemNow(), 2) });
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/bookings/${booking.id}/cancel`);
  await expect(page.getByText("Too close to the lesson to change it online")).toBeVisible();
  await expect(page.getByRole("link", { name: "02 5550 1234" })).toHaveAttribute(
    "href",
    "tel:0255501234",
  );
  await expect(page.getByRole("button", { name: "Cancel this lesson" })).toHaveCount(0);
});

test("after the window closed the cancel screen says first that the lesson cannot be booked again", async ({
  page,
}) => {
  const there = await aFamilySchool({ windowClosesInHours: -0.5 });
  const booking = await aBooking(there.mia, { week: 3, startsAt: there.startIn(3, "16:30") });
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/bookings/${booking.id}/cancel`);
  await expect(page.getByText("This lesson cannot be booked again")).toBeVisible();
  await page.goto(`${there.base}/book/${there.mia.id}?week=5`);
  await expect(page.getByText(/Booking closed/)).toBeVisible();
});

test("a family that finds no time asks the school, and sees what it sent and that it is open", async ({
  page,
}) => {
  const there = await aFamilySchool();
  await signIn(page, there.family.guardian.email, there.base);
  await page.goto(`${there.base}/book/${there.mia.id}?week=3`);
  await page.getByRole("link", { name: "Ask the school" }).click();
  await page.getByLabel(/When would it suit you/).fill("   ");
  await page.getByRole("button", { name: "Send to the school" }).click();
  await expect(page.getByText("Write when it would suit you.")).toBeVisible();
  await page.getByLabel(/When would it suit you/).fill("Any time on Tuesday");
  await page.getByRole("button", { name: "Send to the school" }).click();
  await expect(page.getByText("Your help request is sent.")).toBeVisible();
  await expect(page.getByText("“Any time on Tuesday”")).toBeVisible();
  await expect(page.getByText("The school has not answered yet.")).toBeVisible();

  await page.getByRole("link", { name: "Ask the school" }).click();
  await page.getByLabel(/When would it suit you/).fill("Or on Friday");
  await page.getByRole("button", { name: "Send to the school" }).click();
  await expect(page.getByText(/already sent a help request/)).toBeVisible();
  await expect(page.getByLabel(/When would it suit you/)).toHaveValue("Or on Friday");
});
