import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { windowOpened } from "@/lib/booking/events";
import { personInvited } from "@/lib/people/events";
import { superuserQuery } from "@/lib/testing/database";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { date, insertRow } from "@/lib/testing/insert-row";
import { newId } from "@/lib/ids";
import { anOwedEvent } from "@/lib/testing/owed-mail-factory";
import { aFamily, systemContextOf, type TestFamily } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, systemNow } from "@/lib/time/instant";

const { inboxUrl, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { tellNow } = await import("@/lib/testing/tell");
const { tellInvitation } = await import("./tellings/tell-invitation");
const { tellWindowOpened } = await import("./tellings/tell-window-opened");

afterAll(async () => {
  await closePools();
  await stop();
});

let school: TestSchool;
let family: TestFamily;
let email: string;
let courseId: string;

beforeEach(async () => {
  school = await aSchool();
  family = await aFamily(school);
  email = family.guardian.email;
  await superuserQuery("UPDATE person SET email = $1 WHERE id = $2", [
    email,
    family.guardian.personId,
  ]);
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  courseId = course.id;
  await anEnrolment(course, family.students[0]);
});

async function openedWindow(): Promise<void> {
  const event = await anOwedEvent(school, windowOpened, { courseId });
  await tellNow(systemContextOf(school), tellWindowOpened, event);
}

type Mail = { text: string; headers: Record<string, string> };

async function mails(): Promise<Mail[]> {
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
  return ((await reply.json()) as { messages: Mail[] }).messages;
}

async function skipped(): Promise<unknown[]> {
  const { rows } = await superuserQuery(
    "SELECT state::text, skip_reason::text AS reason FROM delivery WHERE school_id = $1",
    [school.id],
  );
  return rows;
}

async function suppressed(reason: "BOUNCE" | "COMPLAINT"): Promise<void> {
  const at = date(TEST_NOW);
  const row = { schoolId: school.id, id: newId(), email: email.toUpperCase(), reason };
  await insertRow("mail_suppression", { ...row, createdAt: at });
}

async function invited(): Promise<void> {
  const { personId } = family.guardian;
  const invitationId = newId();
  await insertRow("invitation", {
    ...{ schoolId: school.id, id: invitationId, personId, email, roles: "{PARENT}" },
    ...{
      tokenHash: newId(),
      createdAt: date(TEST_NOW),
      expiresAt: date(plusHours(systemNow(), 24)),
    },
  });
  const event = await anOwedEvent(school, personInvited, { personId, invitationId });
  await tellNow(systemContextOf(school), tellInvitation, event);
}

describe("mail that people may turn off", () => {
  it("says how, in its text and to mail programs, and one press of them is enough", async () => {
    await openedWindow();
    const [mail] = await mails();
    expect(mail?.text).toMatch(/Stop these reminders: http\S+\/unsubscribe\/\S+/);
    expect(mail?.headers["List-Unsubscribe"]).toMatch(/^<http\S+\/api\/unsubscribe\/\S+>$/);
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  });

  it("does not go to somebody who has turned it off; they are still told in the app", async () => {
    await insertRow("mail_opt_out", {
      ...{ schoolId: school.id, personId: family.guardian.personId },
      ...{ kind: "window-opened", since: date(TEST_NOW) },
    });
    await openedWindow();
    expect(await mails()).toEqual([]);
    expect(await skipped()).toEqual([{ state: "SKIPPED", reason: "UNSUBSCRIBED" }]);
    const { rows } = await superuserQuery("SELECT kind FROM notice WHERE school_id = $1", [
      school.id,
    ]);
    expect(rows).toEqual([{ kind: "window-opened" }]);
  });
});

describe("an address that mail must not go to", () => {
  it.each(["BOUNCE", "COMPLAINT"] as const)("gets no reminder (%s)", async (reason) => {
    await suppressed(reason);
    await openedWindow();
    expect(await mails()).toEqual([]);
    expect(await skipped()).toEqual([{ state: "SKIPPED", reason: "SUPPRESSED" }]);
  });

  it("still gets what signing in needs when its reader has complained", async () => {
    await suppressed("COMPLAINT");
    await invited();
    const [mail] = await mails();
    expect(mail?.text).toContain("/invitation/");
    expect(mail?.headers["List-Unsubscribe"]).toBeUndefined();
  });

  it("gets nothing at all when it does not exist", async () => {
    await suppressed("BOUNCE");
    await invited();
    expect(await mails()).toEqual([]);
  });
});
