import { expect, test } from "@playwright/test";
import ICAL from "ical.js";
import { aBooking } from "@/lib/testing/booking-factory";
import { BASE_URL } from "./fixtures/app";
import { enter } from "./fixtures/enter";
import { aFamilySchool } from "./family-school";

/** What a calendar program that follows an address has of a booking, signed in to nothing. */
async function followedAt(address: string, bookingId: string) {
  const response = await fetch(new URL(new URL(address).pathname, BASE_URL));
  if (response.status !== 200) return { status: response.status };
  const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
  const parts = calendar.getAllSubcomponents("vevent");
  const found = parts.find((part) => new ICAL.Event(part).uid === `${bookingId}@musicnme`);
  if (found === undefined) throw new Error("The booked lesson is in the calendar.");
  const { summary, sequence } = new ICAL.Event(found);
  return { summary, sequence, state: found.getFirstPropertyValue("status") };
}

test("a parent follows the family's lessons in their own calendar, cancels one there, and stops the address", async ({
  page,
}) => {
  const there = await aFamilySchool();
  const booking = await aBooking(there.mia, { week: 3, startsAt: there.startIn(3, "16:30") });
  await enter(page, there.family.guardian.userId);
  await page.goto(there.base);
  await page.getByRole("link", { name: "Subscribe to calendar" }).click();
  await expect(page.getByText("Your calendar lags behind")).toBeVisible();
  await page.getByRole("button", { name: "Create my calendar address" }).click();
  await expect(page.getByText("Your address is ready.")).toBeVisible();
  const field = page.getByLabel("Your private address");
  const address = await field.inputValue();
  await expect(page.getByRole("link", { name: "Add to my calendar" })).toHaveAttribute(
    "href",
    address.replace(/^https?:/, "webcal:"),
  );
  const lesson = "Mia: Piano Foundation 1";
  const booked = { summary: lesson, sequence: 0, state: "CONFIRMED" };
  expect(await followedAt(address, booking.id)).toEqual(booked);

  await page.goto(`${there.base}/bookings/${booking.id}/cancel`);
  await page.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(page.getByText("Cancelled.", { exact: true })).toBeVisible();
  const cancelled = { summary: `Cancelled: ${lesson}`, sequence: 1, state: "CANCELLED" };
  expect(await followedAt(address, booking.id)).toEqual(cancelled);

  await page.goto(`${there.base}/subscribe`);
  await expect(page.getByText(/A calendar last read it on/)).toBeVisible();
  await page.getByText("Make a new address", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, make a new address" }).click();
  await expect(page.getByText("This is your new address.")).toBeVisible();
  const renewed = await field.inputValue();
  expect(renewed).not.toBe(address);
  expect(await followedAt(address, booking.id)).toEqual({ status: 404 });
  expect(await followedAt(renewed, booking.id)).toEqual(cancelled);

  await page.getByText("Stop this address", { exact: true }).click();
  await page.getByRole("button", { name: "Yes, stop this address" }).click();
  await expect(page.getByText("The address no longer works.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Create my calendar address" })).toBeVisible();
  expect(await followedAt(renewed, booking.id)).toEqual({ status: 404 });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a parent gets an address, as text to take along, and another one", async ({ page }) => {
    const there = await aFamilySchool();
    await enter(page, there.family.guardian.userId);
    await page.goto(`${there.base}/subscribe`);
    await page.getByRole("button", { name: "Create my calendar address" }).click();
    const field = page.getByLabel("Your private address");
    await expect(field).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/);
    const address = await field.inputValue();
    await page.getByText("Make a new address", { exact: true }).click();
    await page.getByRole("button", { name: "Yes, make a new address" }).click();
    await expect(page.getByText("This is your new address.")).toBeVisible();
    await expect(field).not.toHaveValue(address);
  });
});
