import { expect, test, type Page } from "@playwright/test";
import { aBooking } from "@/lib/testing/booking-factory";
import { enter } from "./fixtures/enter";
import { startUpdatedApp, type UpdatedApp } from "./fixtures/updated-app";
import { aFamilySchool } from "./family-school";

const BUILT_WITHIN_MS = 900_000;
const ASK = "app/[school]/family/book/[enrolmentId]/ask/page.tsx";
const CANCEL = "app/[school]/family/bookings/[bookingId]/cancel";
const FORGOT = "app/(public)/forgot-password";

let app: UpdatedApp;
let base: string;
/** Each was opened before the update, and is pressed after it. */
let tabs: Record<"ask" | "cancel" | "forgot" | "calendar" | "home", Page>;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(BUILT_WITHIN_MS);
  app = await startUpdatedApp();
  const there = await aFamilySchool();
  const booking = await aBooking(there.mia, { week: 5, startsAt: there.startIn(5, "16:30") });
  base = `${app.url}${there.base}`;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const open = async (address: string) => {
    const page = await context.newPage();
    await enter(page, there.family.guardian.userId);
    await page.goto(address, { waitUntil: "networkidle" });
    return page;
  };
  const stranger = await browser.newPage();
  await stranger.goto(`${app.url}/forgot-password`);
  tabs = {
    ask: await open(`${base}/book/${there.mia.id}/ask?week=3`),
    cancel: await open(`${base}/bookings/${booking.id}/cancel`),
    forgot: stranger,
    calendar: await open(`${base}/calendar`),
    home: await open(base),
  };
  await tabs.ask.getByLabel(/When would it suit you/).fill("Any time on Tuesday");
  await tabs.cancel.getByLabel(/Why/).fill("Mia is at camp");
  await tabs.forgot.getByLabel("Email address").fill("ada@lee.example");

  app.change(ASK, "Back to the times", "Back to all times");
  for (const file of ["actions.ts", "page.tsx"]) {
    app.change(`${CANCEL}/${file}`, "cancelLesson", "cancelThisLesson");
    app.change(`${FORGOT}/${file}`, "forgotPassword", "mailResetLink");
  }
  app.change("components/calendar/calendar-grid.tsx", "MOST_IN_POPOVER = 8", "MOST_IN_POPOVER = 7");
  await app.update();
});

test.afterAll(() => app.end());

test("a form that was open over an update is sent at its first press", async () => {
  const { ask } = tabs;
  await ask.getByRole("button", { name: "Send to the school" }).click();
  await expect(ask.getByText("Your help request is sent.")).toBeVisible();
  await expect(ask.getByText("“Any time on Tuesday”")).toBeVisible();
  await ask.getByRole("link", { name: "Ask the school" }).click();
  await expect(ask.getByRole("link", { name: "Back to all times" })).toBeVisible();
});

test("a form that the update has changed says so, and keeps what was typed", async () => {
  const { cancel, forgot } = tabs;
  await cancel.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(cancel.getByText("This page is from before an update")).toBeVisible();
  await cancel.getByRole("button", { name: "Load the page again" }).click();
  await expect(cancel.getByLabel(/Why/)).toHaveValue("Mia is at camp");
  await cancel.getByRole("button", { name: "Cancel this lesson" }).click();
  await expect(cancel.getByText("Cancelled.", { exact: true })).toBeVisible();
  await expect(cancel.getByText("Mia is at camp")).toBeVisible();

  await forgot.getByRole("button", { name: "Send me a link" }).click();
  await expect(forgot.getByText("This page is from before an update")).toBeVisible();
  await forgot.getByRole("button", { name: "Load the page again" }).click();
  await expect(forgot.getByLabel("Email address")).toHaveValue("ada@lee.example");
  await forgot.getByRole("button", { name: "Send me a link" }).click();
  await expect(forgot.getByText(/an email with a link is on its way/)).toBeVisible();
});

test("what a page loads only when it is opened is still there after an update", async () => {
  const { calendar } = tabs;
  const loaded: { file: string; status: number }[] = [];
  calendar.on("response", (response) => {
    const [, file] = /\/_next\/static\/([^?]+)/.exec(response.url()) ?? [];
    if (file !== undefined) loaded.push({ file, status: response.status() });
  });
  await calendar.setViewportSize({ width: 1280, height: 800 });
  await expect(calendar.getByRole("button", { name: /Piano Foundation 1/ }).first()).toBeVisible();
  await expect(calendar).toHaveURL(/\/calendar$/);
  const own = new Set(app.ownStaticFiles());
  const older = loaded.filter(({ file }) => !own.has(file));
  expect(older.length).toBeGreaterThan(0);
  expect(loaded.filter(({ status }) => status !== 200)).toEqual([]);
});

test("a link of a page that was open over an update leads to the new page", async () => {
  const { home } = tabs;
  await home.getByRole("link", { name: "Bookings" }).last().click();
  await expect(home).toHaveURL(`${base}/bookings`);
  await expect(home.getByRole("heading", { level: 1 })).toHaveText(/Bookings/);
});
