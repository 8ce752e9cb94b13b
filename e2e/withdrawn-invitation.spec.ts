import { expect, test } from "@playwright/test";
import { addGuardian } from "@/lib/people/add-guardian";
import { invitePerson } from "@/lib/people/invite-person";
import { aFamily, anAdmin, systemContextOf } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { systemNow } from "@/lib/time/instant";
import { openAppDatabase } from "./fixtures/app";
import { enter } from "./fixtures/enter";

test("whoever changes what an invitation stands on is told that it is withdrawn, and sends a new one", async ({
  page,
}) => {
  openAppDatabase();
  const school = await aSchool();
  const admin = await anAdmin(school);
  const { id: familyId } = await aFamily(school);
  const ctx = systemContextOf(school, { now: systemNow() });
  const sam = { givenName: "Sam", familyName: "Lee", email: "old@lee.example" };
  const { personId } = await addGuardian(ctx, { familyId, kind: "PRIMARY", person: sam });
  await invitePerson(ctx, { personId });
  await enter(page, admin.userId);
  await page.goto(`/${school.slug}/admin/people/families/${familyId}`);

  const card = page.getByRole("listitem").filter({ hasText: "Sam Lee" });
  await card.getByText("Change contact data").click();
  await card.getByRole("textbox", { name: "Email (optional)" }).fill("new@lee.example");
  await card.getByRole("button", { name: "Save contact data" }).click();
  await expect(
    card.getByText("Saved. The invitation to old@lee.example was withdrawn. Send a new one with"),
  ).toBeVisible();
  await card.getByRole("button", { name: "Invite Sam Lee", exact: true }).click();
  await expect(card.getByText("The invitation is on its way by email.")).toBeVisible();
  await expect(card.getByText("Invited", { exact: true })).toBeVisible();

  await page.getByText("Add a guardian", { exact: true }).click();
  const form = page.locator("form").filter({ hasText: "Add the guardian" });
  await form.getByLabel("Given name").fill("Kim");
  await form.getByLabel("Family name").fill("Lee");
  await form.getByLabel("Is", { exact: true }).selectOption("PRIMARY");
  await form.getByRole("button", { name: "Add the guardian" }).click();
  await expect(page.getByText("The guardian is added.")).toBeVisible();
  await expect(
    page.getByText("The invitation to new@lee.example was withdrawn. Send a new one with"),
  ).toBeVisible();
  await expect(card.getByRole("button", { name: "Invite Sam Lee", exact: true })).toBeVisible();
});
