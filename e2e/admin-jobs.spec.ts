import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { newId, type OutboxEventId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { aGuardian, anAdmin } from "@/lib/testing/people-factory";
import { systemNow } from "@/lib/time/instant";
import { aFamilySchool, signIn } from "./family-school";
import { mailTo } from "./fixtures/enter";

/** A mail about Mia's booking that the vendor never confirmed, to a guardian who can be reached by now. */
async function aFailedMail() {
  const there = await aFamilySchool();
  const { school, family, mia, startIn } = there;
  const email = `ravi-${school.slug}@family.example`;
  const guardian = await aGuardian(school, { family, kind: "OTHER", givenName: "Ravi", email });
  const booking = await aBooking(mia, { week: 5, startsAt: startIn(5, "16:30") });
  const now = date(systemNow());
  const eventId = newId<OutboxEventId>();
  const actorId = guardian.personId;
  const data = JSON.stringify({ enrolmentId: mia.id, bookingIds: [booking.id], actorId });
  await insertRow("outbox_event", {
    ...{ schoolId: school.id, id: eventId, name: "booking/lesson.booked", data },
    ...{ occurredAt: now, dueAt: now, sentAt: now },
  });
  await insertRow("delivery", {
    ...{ schoolId: school.id, id: newId(), outboxEventId: eventId, kind: "booking-confirmed" },
    ...{ recipientId: guardian.personId, state: "FAILED", createdAt: now, inDoubtSince: now },
    lastError: "not confirmed within a day",
  });
  return { ...there, email, admin: await anAdmin(school) };
}

test("an admin is warned of a mail that could not be sent, sends it again, and the warning goes", async ({
  page,
}) => {
  const { school, email, admin } = await aFailedMail();
  const base = `/${school.slug}/admin`;
  await signIn(page, admin.email, base);
  await expect(page.getByText("1 mail could not be sent")).toBeVisible();
  await page.getByRole("link", { name: "Look at the jobs" }).click();
  const mail = page.getByRole("listitem").filter({ hasText: "To Ravi" });
  await expect(mail.getByText("sent again, it may arrive twice")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

  await mail.getByRole("button", { name: /Send again/ }).click();
  await mailTo(email, /Mia/);
  await page.goto(`${base}/jobs`);
  await expect(page.getByText("Nothing fails")).toBeVisible();
  await page.goto(base);
  await expect(page.getByRole("link", { name: "Look at the jobs" })).toHaveCount(0);
  const { rows } = await superuserQuery(
    "SELECT actor_id AS actor FROM audit_entry WHERE school_id = $1 AND action = 'notifications/mail.sent-again'",
    [school.id],
  );
  expect(rows).toEqual([{ actor: admin.personId }]);
});
