import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import type { OwedWorld } from "@/lib/testing/owed-factory";
import type { TestMember } from "@/lib/testing/people-factory";
import { TEST_NOW } from "@/lib/testing/school-factory";

const { inboxUrl, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { aBookedLesson, auditOf, mailFails, runAll } = await import("@/lib/testing/owed-factory");
const { getJobsHealth } = await import("./get-jobs-health");
const { listFailedMails } = await import("./list-failed-mails");
const { sendMailAgain } = await import("./send-mail-again");

afterAll(async () => {
  await closePools();
  await stop();
});

let world: OwedWorld;
beforeEach(async () => {
  world = await aBookedLesson();
});

async function mailsTo({ email }: TestMember): Promise<number> {
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
  return ((await reply.json()) as { messages: unknown[] }).messages.length;
}

describe("a mail that failed", () => {
  it("is listed with whom it was for, and goes out once an admin sends it again", async () => {
    const deliveryId = await mailFails(world, { inDoubt: true });
    const { ctx, school, guardian } = world;
    const names = { what: "Lesson booked", recipient: `Ravi ${guardian.familyName}` };
    expect(await listFailedMails(ctx)).toMatchObject([
      { deliveryId, ...names, mayArriveTwice: true },
    ]);
    expect(await getJobsHealth(ctx)).toMatchObject({ failedMails: 1, troubleSince: TEST_NOW });
    await sendMailAgain(ctx, { deliveryId });
    expect(await auditOf(school)).toEqual(["notifications/mail.sent-again"]);
    await runAll();
    expect(await mailsTo(guardian)).toBe(1);
    expect(await getJobsHealth(ctx)).toMatchObject({ failedMails: 0, troubleSince: null });
    await expect(sendMailAgain(ctx, { deliveryId })).rejects.toThrow("mail-not-failed");
    await runAll();
    expect(await mailsTo(guardian)).toBe(1);
  });

  it("is said to be certain where it was refused before it was taken", async () => {
    await mailFails(world, { inDoubt: false });
    expect(await listFailedMails(world.ctx)).toMatchObject([{ mayArriveTwice: false }]);
  });

  it("is no trouble any more after two weeks", async () => {
    const deliveryId = await mailFails(world, { inDoubt: true });
    const sql = "UPDATE delivery SET created_at = created_at - interval '15 days' WHERE id = $1";
    await superuserQuery(sql, [deliveryId]);
    expect(await listFailedMails(world.ctx)).toEqual([]);
    expect(await getJobsHealth(world.ctx)).toMatchObject({ failedMails: 0, troubleSince: null });
  });
});
