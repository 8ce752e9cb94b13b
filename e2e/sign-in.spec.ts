import { expect, test } from "@playwright/test";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, aPerson, aTeacher, TEST_PASSWORD } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { openAppDatabase } from "./fixtures/app";
import { enter, linkMailedTo, signIn } from "./fixtures/enter";

async function anAdminOfTheirOwn() {
  openAppDatabase();
  const school = await aSchool({ name: "Lyrebird Music" });
  return { school, admin: await anAdmin(school, { givenName: "Ada", familyName: "Lee" }) };
}

test("a wrong password is refused in the same words as an unknown address, and nothing typed is lost", async ({
  page,
}) => {
  const { admin } = await anAdminOfTheirOwn();
  for (const email of [admin.email, "nobody@nowhere.example"]) {
    await signIn(page, email, "not the password");
    await expect(page.getByText("do not go together")).toBeVisible();
    await expect(page.getByLabel("Email address")).toHaveValue(email);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  }
});

test("after ten wrong passwords the next ones have to wait", async ({ page }) => {
  const { admin } = await anAdminOfTheirOwn();
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(admin.email);
  const press = async (password: string) => {
    await page.getByLabel("Password", { exact: true }).fill(password);
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    await answer;
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  };
  for (let index = 0; index < 10; index += 1) {
    await press("not the password");
    await expect(page.getByText("do not go together")).toBeVisible();
  }
  // The waits are 1, 2, 4, 8 ... seconds: some press soon comes within one.
  const tooMany = page.getByText(/Too many wrong passwords\. Wait \d+ seconds?/);
  await expect(async () => {
    await press("not the password");
    await expect(tooMany).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000, intervals: [0] });
  await expect(page).toHaveURL(/sign-in/);
});

test("a forgotten password is set anew by the link in the mail, once, and ends every session", async ({
  page,
  browser,
}) => {
  const { school, admin } = await anAdminOfTheirOwn();
  const phone = await browser.newPage();
  await signIn(phone, admin.email, TEST_PASSWORD);
  await expect(phone).toHaveURL(new RegExp(`/(schools|${school.slug}/)`));

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page).toHaveURL(/forgot-password/);
  await page.getByLabel("Email address").fill(admin.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  const link = await linkMailedTo(admin.email, /reset-password/);
  await page.goto(link);
  const password = "seventeen purple wombats";
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();

  await phone.goto(`/${school.slug}/admin`);
  await expect(phone).toHaveURL(/sign-in/);
  await phone.close();
  await page.goto(link);
  await expect(page.getByText("This link no longer works")).toBeVisible();
  await signIn(page, admin.email, password);
  await expect(page).toHaveURL(new RegExp(`/(schools|${school.slug}/)`));
});

test("a teacher who is invited sets a password and lands in the school", async ({
  page,
  browser,
}) => {
  const { school, admin } = await anAdminOfTheirOwn();
  const email = `tom-${school.slug}@lyrebird.example`;
  const { personId } = await aPerson(school, { givenName: "Tom", familyName: "Reed", email });
  await superuserQuery("INSERT INTO teacher (school_id, id, instruments) VALUES ($1, $2, '{}')", [
    school.id,
    personId,
  ]);
  const office = await browser.newPage();
  await enter(office, admin.userId);
  await office.goto(`/${school.slug}/admin/people/teachers/${personId}`);
  await office.getByRole("button", { name: "Invite Tom Reed" }).click();
  const link = await linkMailedTo(email, /invitation/);
  await office.close();

  await page.goto(link);
  await expect(page.getByText("Lyrebird Music").first()).toBeVisible();
  await page.getByLabel("New password", { exact: true }).fill("eighteen yellow drums");
  await page.getByRole("button", { name: "Join Lyrebird Music" }).click();
  await expect(page).not.toHaveURL(/invitation/);
  await page.goto(`/${school.slug}/teach`);
  await expect(page.locator("h1")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/${school.slug}/teach`));
});

test("a guardian who is invited sets a password and sees the family's own page", async ({
  page,
  browser,
}) => {
  const { school, admin } = await anAdminOfTheirOwn();
  const family = await aFamily(school, { name: "Reed", students: ["Mia"] });
  const { personId } = family.guardian;
  const email = `reed-${school.slug}@lyrebird.example`;
  await superuserQuery("DELETE FROM membership WHERE person_id = $1", [personId]);
  await superuserQuery("UPDATE person SET email = $2 WHERE id = $1", [personId, email]);
  const office = await browser.newPage();
  await enter(office, admin.userId);
  await office.goto(`/${school.slug}/admin/people/families/${family.id}`);
  await office.getByRole("button", { name: /^Invite/ }).click();
  const link = await linkMailedTo(email, /invitation/);
  await office.close();

  await page.goto(link);
  await page.getByLabel("New password", { exact: true }).fill("nineteen orange pianos");
  await page.getByRole("button", { name: "Join Lyrebird Music" }).click();
  await expect(page).not.toHaveURL(/invitation/);
  await page.goto(`/${school.slug}/family`);
  await expect(page.locator("h1")).toBeVisible();
  expect((await page.request.get(`/${school.slug}/admin`)).status()).toBe(404);
});

test("signing out everywhere ends the sign-in of a lost phone too", async ({ page, browser }) => {
  const { school, admin } = await anAdminOfTheirOwn();
  const phone = await browser.newPage();
  await enter(phone, admin.userId);
  await phone.goto(`/${school.slug}/admin`);
  await expect(phone.locator("h1")).toBeVisible();
  await enter(page, admin.userId);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/sign-in/);
  for (const each of [page, phone]) {
    await each.goto(`/${school.slug}/admin`);
    await expect(each).toHaveURL(/sign-in/);
  }
  await phone.close();
});

test("somebody of two schools chooses one, and each keeps to itself", async ({ page }) => {
  openAppDatabase();
  const [one, two] = [await aSchool({ name: "Lyrebird" }), await aSchool({ name: "Magpie" })];
  const user = await aTeacher(one, { givenName: "Kim", familyName: "Park" });
  const there = await anAdmin(two, { givenName: "Kim", familyName: "Park" });
  await superuserQuery("UPDATE membership SET user_id = $2 WHERE user_id = $1", [
    there.userId,
    user.userId,
  ]);
  await signIn(page, user.email, TEST_PASSWORD);
  await expect(page).toHaveURL(/\/schools/);
  await page.getByRole("link", { name: "Run the school: Magpie" }).click();
  await expect(page).toHaveURL(new RegExp(`/${two.slug}/admin`));
  const reply = await page.goto(`/${one.slug}/admin`);
  expect(reply?.status()).toBe(404);
  await page.goto(`/${one.slug}/teach`);
  await expect(page).toHaveURL(new RegExp(`/${one.slug}/teach`));
});

test("whoever has not signed in reads whom to ask and what becomes of their details", async ({
  page,
}) => {
  for (const path of ["/", "/sign-in"]) {
    await page.goto(path);
    const foot = page.getByRole("contentinfo").or(page.locator("footer"));
    await expect(foot.first()).toContainText("Ask your music school");
    await expect(foot.first()).toContainText("Privacy");
  }
});
