import { sessionCookieName } from "@/lib/auth/session-token";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { anAdmin, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { BASE_URL, openAppDatabase } from "./fixtures/app";
import { enter, signIn } from "./fixtures/enter";

async function anAdminOfTheirOwn() {
  openAppDatabase();
  const school = await aSchool({ name: "Lyrebird Music" });
  const admin = await anAdmin(school, { givenName: "Ada", familyName: "Lee" });
  return { school, admin, me: `/api/v1/schools/${school.slug}/me` };
}

/** The cookies of a page, as somebody who copied them would send them. */
async function copiedCookie(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

function ask(path: string, headers: Record<string, string>, method = "GET"): Promise<Response> {
  return fetch(BASE_URL + path, { method, headers, redirect: "manual" });
}

test("a copied cookie is worth nothing once its owner has signed out: not on pages, routes or next-auth's own", async ({
  page,
}) => {
  const { school, admin, me } = await anAdminOfTheirOwn();
  await signIn(page, admin.email, TEST_PASSWORD);
  await expect(page).toHaveURL(new RegExp(`/${school.slug}/`));
  const cookie = await copiedCookie(page);
  const reads = async () => ({
    page: (await ask(`/${school.slug}/admin`, { cookie })).status,
    route: (await ask(me, { cookie })).status,
    session: Object.keys((await (await ask("/api/auth/session", { cookie })).json()) as object),
  });
  expect(await reads()).toEqual({ page: 200, route: 200, session: ["expires"] });
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await reads()).toEqual({ page: 307, route: 401, session: [] });
});

test("asking next-auth for the session again and again makes it no younger", async ({ page }) => {
  const { admin, me } = await anAdminOfTheirOwn();
  await signIn(page, admin.email, TEST_PASSWORD);
  await expect(page).not.toHaveURL(/sign-in/);
  const fresh = await ask("/api/auth/session", { cookie: await copiedCookie(page) });
  const set = fresh.headers.getSetCookie().find((each) => each.startsWith(sessionCookieName()));
  const cookie = set?.split(";")[0] ?? "";
  expect((await ask(me, { cookie })).status).toBe(200);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await ask(me, { cookie })).status).toBe(401);
});

test("of two browsers one ends the other, which is asked to sign in", async ({ page, browser }) => {
  const { school, admin } = await anAdminOfTheirOwn();
  const phone = await anIphone(browser);
  await signIn(phone, admin.email, TEST_PASSWORD);
  await expect(phone).toHaveURL(new RegExp(`/${school.slug}/`));
  await enter(page, admin.userId);
  await page.goto("/account");
  const sessions = page.locator("#sessions");
  await expect(sessions.getByText("This one", { exact: true })).toHaveCount(1);
  await sessions.getByRole("button", { name: "End this session: Safari on iPhone" }).click();
  await expect(sessions.getByText("That session has ended.")).toBeVisible();
  await expect(sessions.getByText("Safari on iPhone")).toHaveCount(0);
  await phone.goto(`/${school.slug}/admin`);
  await expect(phone).toHaveURL(/sign-in/);
  await phone.context().close();
  await page.goto(`/${school.slug}/admin`);
  await expect(page).toHaveURL(new RegExp(`/${school.slug}/admin`));
});

async function anIphone(browser: Browser): Promise<Page> {
  const userAgent =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
  return (await browser.newContext({ userAgent })).newPage();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`an API token is made, shown once, reads and does not write, and is revoked${how}`, async ({
    browser,
    contextOptions,
  }) => {
    const { school, admin, me } = await anAdminOfTheirOwn();
    const context = await browser.newContext({ ...contextOptions, javaScriptEnabled });
    const page = await context.newPage();
    await enter(page, admin.userId);
    await page.goto(`${BASE_URL}/account`);
    const tokens = page.locator("#api-tokens");
    await tokens.getByText("New API token").click();
    await tokens.getByRole("button", { name: "Create token" }).click();
    await expect(tokens.getByText("Give it a name.")).toBeVisible();
    await tokens.getByLabel("Name").fill("Wall timetable");
    await tokens.getByLabel("Your password").fill("not it");
    await tokens.getByRole("button", { name: "Create token" }).click();
    await expect(tokens.getByText("That is not your current password.")).toBeVisible();
    await expect(tokens.getByLabel("Name")).toHaveValue("Wall timetable");
    await tokens.getByLabel("Your password").fill(TEST_PASSWORD);
    await tokens.getByRole("button", { name: "Create token" }).click();
    await expect(tokens.getByText("Token created.")).toBeVisible();
    const token = await tokens.getByLabel("Your new token").inputValue();
    const authorization = `Bearer ${token}`;
    expect((await ask(me, { authorization })).status).toBe(200);
    const booking = `/api/v1/schools/${school.slug}/bookings`;
    const refused = await ask(booking, { authorization }, "POST");
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { code: "read-only-token" },
    ]);
    const another = await context.newPage();
    await another.goto(`${BASE_URL}/account`);
    expect(await another.content()).not.toContain(token);
    await another.close();
    await expect(tokens.getByRole("listitem").getByText("Read only")).toBeVisible();
    await expect(page.locator("#password").getByText("One API token ends, too.")).toBeVisible();
    await tokens.getByRole("button", { name: "Revoke Wall timetable" }).click();
    await expect(tokens.getByText("You have no API tokens.")).toBeVisible();
    await expect(tokens.getByLabel("Your new token")).toHaveCount(0);
    await expect(tokens.getByText("Token created.")).toHaveCount(0);
    expect((await ask(me, { authorization })).status).toBe(401);
    await context.close();
  });
}

test("the account menu closes on Escape, on a press elsewhere and on a choice", async ({
  page,
}) => {
  const { school, admin } = await anAdminOfTheirOwn();
  await enter(page, admin.userId);
  await page.goto(`/${school.slug}/admin`);
  const menu = page.locator("header summary");
  const link = page.locator("header").getByRole("link", { name: "Account" });
  await menu.click();
  await expect(link).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(link).toBeHidden();
  await menu.click();
  // Beside the menu, also on a phone.
  await page.mouse.click(4, 500);
  await expect(link).toBeHidden();
  await menu.click();
  await link.click();
  await expect(page).toHaveURL(/\/account/);
});
