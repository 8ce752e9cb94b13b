import { expect, type Page, test } from "@playwright/test";
import { superuserQuery, superuserTransaction } from "@/lib/testing/database";
import { aMember, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { anApiToken } from "@/lib/testing/session-factory";
import { isoFromInstant } from "@/lib/time/instant";
import { aFamilySchool, type FamilySchool } from "./family-school";
import { cookieOf } from "./fixtures/app";
import { type LogLine, startWatchedApp, type WatchedApp } from "./fixtures/watched-app";

const INVITATION = "kq3ZP0W8mB7a9wq2f5sYHn1Lx4cVd6RjTuE-gXoI_bA";
const WRONG_PASSWORD = "not-the-password-of-anybody";
const WAITING = `SELECT 1 FROM pg_stat_activity
  WHERE wait_event_type = 'Lock' AND query LIKE '%book_lessons%'`;
const MAIL_ADDRESS = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;

let app: WatchedApp;
let there: FamilySchool;

test.beforeAll(async () => {
  there = await aSchoolWithAName();
  app = await startWatchedApp();
});

test.afterAll(async () => {
  await app.end();
});

/** Its address is made of words, like a real one's, and not of an id. */
async function aSchoolWithAName(): Promise<FamilySchool> {
  const made = await aFamilySchool();
  const slug = "kookaburra-music";
  await superuserQuery("UPDATE school SET slug = $2 WHERE id = $1", [made.school.id, slug]);
  return { ...made, school: { ...made.school, slug }, base: `/${slug}/family` };
}

async function signInAndBook(page: Page): Promise<void> {
  await page.goto(`${app.url}/sign-in?next=${encodeURIComponent(there.base)}`);
  for (const password of [WRONG_PASSWORD, TEST_PASSWORD]) {
    await page.getByLabel("Email address").fill(there.family.guardian.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    if (password === WRONG_PASSWORD)
      await expect(page.getByText("do not go together")).toBeVisible();
  }
  await expect(page).toHaveURL(new RegExp(`${there.base}$`));
  await page.getByRole("link", { name: "Book week 3" }).click();
  await page.getByRole("radio", { name: "4:30 pm" }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Book this lesson" }).click();
  await expect(page.getByText("Booked!")).toBeVisible();
  const href = await page.getByRole("link", { name: "Add to my calendar" }).getAttribute("href");
  expect((await page.request.get(app.url + String(href))).ok()).toBe(true);
}

/** A request of a program, with the id by which it is known. */
async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(app.url + path, { redirect: "manual", ...init });
  const text = await response.text();
  return { status: response.status, id: response.headers.get("x-request-id") ?? "", text };
}

/** Books by REST, at half past four of a week. */
async function book(week: number) {
  const { school, family, mia, startIn } = there;
  const token = await anApiToken(family.guardian, school);
  const startsAt = isoFromInstant(startIn(week, "16:30"));
  return ask(`/api/v1/schools/${school.slug}/bookings`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ enrolmentId: mia.id, week, startsAt }),
  });
}

/** Addresses and bodies that tell of people, right and wrong. */
async function askForTrouble(token: string, cookie: string): Promise<void> {
  const { guardian } = there.family;
  const bearer = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const bookings = `/api/v1/schools/${there.school.slug}/bookings`;
  await ask(bookings, { headers: bearer });
  await ask(`${bookings}?after=${guardian.email}`, { headers: bearer });
  await ask(bookings, { method: "POST", headers: bearer, body: `{"email":"${guardian.email}"` });
  await ask(`/invitation/${INVITATION}?email=${guardian.email}`);
  await ask(`/reset-password/${INVITATION}`);
  await ask(`/${there.school.slug}/people/${guardian.email}/Ada%20Quokkason`, {
    headers: { cookie },
  });
  await ask(`/nowhere/${encodeURIComponent("Ada Quokkason")}`);
  await ask("/%E0%A4%A", { headers: { cookie } });
  await ask(there.base, { headers: { cookie: `${cookie}broken`, "x-request-id": guardian.email } });
  await ask(there.base, {
    method: "POST",
    headers: { cookie, "next-action": "0".repeat(42), origin: app.url },
    body: JSON.stringify([{ email: guardian.email, password: TEST_PASSWORD }]),
  });
  await ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: guardian.email, password: TEST_PASSWORD }),
  });
}

/** Every word that tells who somebody is, or lets one in. */
async function secretsOf(more: readonly string[]): Promise<string[]> {
  const { rows } = await superuserQuery(
    "SELECT given_name, family_name, email, phone FROM person WHERE school_id = $1",
    [there.school.id],
  );
  const people = rows.flatMap((row) => Object.values(row));
  const words = [...people, ...more, TEST_PASSWORD, WRONG_PASSWORD, INVITATION, "Quokkason"];
  return words.filter((word): word is string => typeof word === "string" && word !== "");
}

const ofRequests = (lines: LogLine[]) => lines.filter(({ msg }) => msg === "request");

test("a sign-in, a booking, links, files and mistakes leave lines with ids and nobody's name", async ({
  page,
}) => {
  const { guardian } = there.family;
  await signInAndBook(page);
  const token = await anApiToken(guardian, there.school);
  const cookie = await cookieOf(guardian);
  await askForTrouble(token, cookie);
  const cookies = (await page.context().cookies()).map(({ value }) => value);

  await expect.poll(() => app.traces()).toContain("/[school]/family");
  const lines = app.lines();
  const secrets = await secretsOf([token, cookie.split("=")[1] ?? "", ...cookies]);
  expect(secrets.length).toBeGreaterThan(10);
  for (const secret of secrets) expect(app.output()).not.toContain(secret);
  // Three letters may stand side by side in what is no text.
  for (const secret of secrets.filter(({ length }) => length > 4)) {
    expect(app.traces()).not.toContain(secret);
  }
  for (const told of [app.output(), app.traces()]) expect(told).not.toMatch(MAIL_ADDRESS);

  const routes = ofRequests(lines).map(({ route }) => String(route));
  expect(routes).toEqual(
    expect.arrayContaining([
      "/sign-in",
      there.base,
      `${there.base}/bookings/:id/calendar.ics`,
      `/api/v1/schools/${there.school.slug}/bookings`,
      "/invitation/:token",
      "/reset-password/:token",
      `/${there.school.slug}/people/:token/:token`,
    ]),
  );
  expect(routes.filter((route) => route.startsWith("/_next/static"))).toEqual([]);
});

test("a line says whose request it was, and its id is the one of the answer and of the audit trail", async () => {
  const { guardian } = there.family;
  const headers = { cookie: await cookieOf(guardian), "x-request-id": "from-the-load-balancer-1" };
  expect(await ask(there.base, { headers })).toMatchObject({
    status: 200,
    id: "from-the-load-balancer-1",
  });
  const bookings = `/api/v1/schools/${there.school.slug}/bookings`;
  const booked = await book(5);
  expect(booked.status).toBe(201);
  const { rows } = await superuserQuery(
    "SELECT action FROM audit_entry WHERE school_id = $1 AND request_id = $2",
    [there.school.id, booked.id],
  );
  expect(rows).toEqual([{ action: "booking/lesson.booked" }]);

  const whose = { schoolId: there.school.id, personId: guardian.personId };
  const lineOf = (id: string) =>
    ofRequests(app.lines()).filter(({ requestId }) => requestId === id);
  await expect.poll(() => lineOf(booked.id)).toHaveLength(1);
  expect(lineOf(booked.id)[0]).toEqual({
    level: 30,
    time: expect.any(Number),
    msg: "request",
    method: "POST",
    route: bookings,
    status: 201,
    ms: expect.any(Number),
    requestId: booked.id,
    ...whose,
  });
  expect(lineOf("from-the-load-balancer-1")).toEqual([expect.objectContaining(whose)]);
  const refused = await ask(bookings, { headers: { authorization: "Bearer no-such-token" } });
  expect((JSON.parse(refused.text) as { requestId: string }).requestId).toBe(refused.id);
});

test("a page that fails shows the number under which the failure is logged", async ({ page }) => {
  const broken = await aSchool({ name: "Broken Music" });
  const admin = await aMember(broken, { roles: ["ADMIN"] });
  await superuserQuery("UPDATE school SET locale = 'ada@quokkason.example' WHERE id = $1", [
    broken.id,
  ]);
  const [name = "", value = ""] = (await cookieOf(admin)).split("=");
  await page.context().addCookies([{ name, value, url: app.url }]);
  const response = await page.goto(`${app.url}/${broken.slug}/admin`);
  const id = response?.headers()["x-request-id"] ?? "";
  expect(response?.status()).toBe(500);
  await expect(page.getByText("quote this reference")).toContainText(id);

  const failures = app.lines().filter(({ level, requestId }) => level === 50 && requestId === id);
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatchObject({ err: { type: "RangeError" }, schoolId: broken.id });
  expect(app.output()).not.toMatch(/quokkason/i);
  expect(app.traces()).not.toMatch(/quokkason/i);
});

test("a server that is told to end answers whom it has begun to answer", async () => {
  let held: Promise<{ status: number }> | undefined;
  let ended: Promise<number | null> | undefined;
  await superuserTransaction(async (query) => {
    await query("SELECT 1 FROM enrolment WHERE id = $1 FOR UPDATE", [there.mia.id]);
    held = book(7);
    await expect.poll(async () => (await query(WAITING)).rows).not.toEqual([]);
    ended = app.end();
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  expect((await held)?.status).toBe(201);
  expect(await ended).toBe(143);
});
