import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { appQuery, emptyDatabase, superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { aMember, type TestMember } from "@/lib/testing/people-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes, type Instant } from "@/lib/time/instant";
import { cleanUpExpired } from "./clean-up-expired";

const DAY = 24;
const daysAgo = (days: number) => plusHours(TEST_NOW, -days * DAY);

let school: TestSchool;
let member: TestMember;

beforeEach(async () => {
  await emptyDatabase();
  school = await aSchool();
  member = await aMember(school, { roles: ["PARENT"] });
});

async function rowsIn(table: string): Promise<string[]> {
  const { rows } = await superuserQuery(`SELECT to_jsonb(t)::text AS line FROM ${table} t`);
  return rows.map(({ line }) => String(line));
}

async function count(table: string): Promise<number> {
  return (await rowsIn(table)).length;
}

async function aNotice(readAt: Instant | null): Promise<void> {
  const eventId = newId();
  const at = date(daysAgo(300));
  const event = { schoolId: school.id, id: eventId, name: "test/happened", data: "{}" };
  await insertRow("outbox_event", { ...event, occurredAt: at, dueAt: at, sentAt: at });
  await insertRow("notice", {
    ...{ schoolId: school.id, id: newId(), outboxEventId: eventId, kind: "test", createdAt: at },
    ...{ personId: member.personId, title: "Booked", body: "Monday", readAt: date(readAt) },
  });
}

async function aReset(expiresAt: Instant): Promise<void> {
  await insertRow("password_reset", {
    ...{ id: newId(), userId: member.userId, tokenHash: newId(), createdAt: date(daysAgo(30)) },
    expiresAt: date(expiresAt),
  });
}

async function aRequest(createdAt: Instant): Promise<void> {
  await insertRow("request", {
    ...{ schoolId: school.id, actorId: member.personId, key: newId(), inputHash: "hash" },
    ...{ resultIds: [], createdAt: date(createdAt) },
  });
}

async function aMessage(receivedAt: Instant): Promise<void> {
  await insertRow("webhook_message", {
    ...{ vendor: "resend", id: newId(), type: "email.delivered", outcome: "applied" },
    receivedAt: date(receivedAt),
  });
}

async function aFailureCount(since: Instant): Promise<void> {
  const row = { key: newId(), failures: 1, since: date(since), lastAt: date(since) };
  await insertRow("sign_in_count", row);
}

async function aFailure(expiresAt: Instant): Promise<void> {
  await insertRow("sign_in_failure", { key: newId(), points: 1, expire: expiresAt });
}

async function aSecurityEvent(at: Instant): Promise<void> {
  const { userId } = member;
  await insertRow("security_event", { id: newId(), userId, kind: "SIGNED_IN", at: date(at) });
}

describe("the hourly clean-up", () => {
  it.each([
    ["a request that was carried out is remembered for 30 days", "request", 30, aRequest],
    ["a link for a new password goes a week after it has expired", "password_reset", 7, aReset],
    ["a notice goes 90 days after it was read", "notice", 90, aNotice],
    ["what the mail vendor told is kept for 90 days", "webhook_message", 90, aMessage],
    ["what happened to a sign-in is kept for a year", "security_event", 365, aSecurityEvent],
    ["wrong passwords count for a day at most", "sign_in_count", 1, aFailureCount],
    ["a request for a new password counts until it expires", "sign_in_failure", 0, aFailure],
  ])("%s", async (_, table, days, make) => {
    await make(plusMinutes(daysAgo(days), 1));
    const stillOfUse = await rowsIn(table);
    await make(plusMinutes(daysAgo(days), -1));
    expect(await count(table)).toBe(2);
    await cleanUpExpired(TEST_NOW);
    expect(await rowsIn(table)).toEqual(stillOfUse);
    await cleanUpExpired(TEST_NOW);
    expect(await rowsIn(table)).toEqual(stillOfUse);
  });

  it("keeps a notice that nobody has read, however old", async () => {
    await aNotice(null);
    await cleanUpExpired(plusHours(TEST_NOW, 3_000 * DAY));
    expect(await count("notice")).toBe(1);
  });

  it("cleans up in every school, and may run many times at once", async () => {
    await aRequest(daysAgo(31));
    await aNotice(daysAgo(91));
    school = await aSchool();
    member = await aMember(school, { roles: ["PARENT"] });
    await aRequest(daysAgo(31));
    await aNotice(daysAgo(91));
    await Promise.all([1, 2, 3, 4].map(() => cleanUpExpired(TEST_NOW)));
    expect([await count("request"), await count("notice")]).toEqual([0, 0]);
  });

  it("leaves the history alone: what happened and what was told stays for ever", async () => {
    await aNotice(daysAgo(91));
    await insertRow("audit_entry", {
      ...{ schoolId: school.id, id: newId(), at: date(daysAgo(2_000)), action: "test/happened" },
      ...{ subjectId: newId(), data: "{}" },
    });
    await cleanUpExpired(TEST_NOW);
    expect([await count("outbox_event"), await count("audit_entry")]).toEqual([1, 1]);
    expect((await appQuery(school.id, "SELECT 1 FROM audit_entry")).rows).toHaveLength(1);
  });
});
