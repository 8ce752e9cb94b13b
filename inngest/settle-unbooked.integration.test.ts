import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { anAvailability } from "@/lib/testing/availability-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, systemContextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes, systemNow } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const { database, inboxUrl, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { giveUnbooked } = await import("./give-unbooked");
const { relayAndRun } = await import("@/lib/testing/run-owed-jobs");

afterAll(async () => {
  await closePools();
  await stop();
  vi.useRealTimers();
});

const CLOSES = plusHours(TEST_NOW, 1);

let school: TestSchool;
let course: TestCourse;

beforeEach(() => {
  vi.setSystemTime(plusHours(CLOSES, 1));
});

/** Mondays, individual in weeks 4 and 6; its teacher has room for two lessons in each. */
async function aSchoolThat(unbookedPolicy: "LEAVE" | "NEAREST"): Promise<void> {
  school = await aSchool({ unbookedPolicy });
  course = await aHybridCourse(school, { plan: "GGGIGIGGGG", windowClosesAt: CLOSES });
  const hours = { location: course.room.location, from: "15:15", to: "16:45" };
  await anAvailability(school, course.teacher, hours);
}

type Child = { enrolmentId: string; email: string };

async function aChild(): Promise<Child> {
  const { students, guardian } = await aFamily(school);
  const { personId, email } = guardian;
  await superuserQuery("UPDATE person SET email = $1 WHERE id = $2", [email, personId]);
  return { enrolmentId: (await anEnrolment(course, students[0])).id, email };
}

const context = (): SchoolContext => systemContextOf(school, { now: systemNow() });

/** Does all that is owed, until nothing is; what was put off comes due. */
async function doWhatIsOwed(): Promise<void> {
  const troubles: unknown[] = [];
  for (let passes = 0; passes < 6; passes += 1) {
    while ((await relayAndRun((error) => troubles.push(error))) > 0);
    vi.setSystemTime(plusMinutes(systemNow(), 5));
  }
  expect(troubles).toEqual([]);
}

type Mail = { subject: string; text: string };

async function mailsTo({ email }: Child): Promise<Mail[]> {
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
  return ((await reply.json()) as { messages: Mail[] }).messages;
}

type Settled = { id: OutboxEventId; data: Record<string, unknown> };

async function settledEvents(): Promise<Settled[]> {
  const { rows } = await superuserQuery(
    `SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = 'booking/unbooked.settled'`,
    [school.id],
  );
  return rows as Settled[];
}

async function weeksBooked({ enrolmentId }: Child): Promise<number[]> {
  const { rows } = await superuserQuery(
    "SELECT week FROM booking WHERE enrolment_id = $1 AND state = 'CONFIRMED' ORDER BY week",
    [enrolmentId],
  );
  return rows.map(({ week }) => Number(week));
}

describe("when the booking window has closed", () => {
  it("a family whose weeks are left unbooked is told so, once", async () => {
    await aSchoolThat("LEAVE");
    const child = await aChild();
    await Promise.all([1, 2, 3].map(() => giveUnbooked(context())));
    await giveUnbooked(context());
    await doWhatIsOwed();
    expect((await settledEvents()).map(({ data }) => data)).toEqual([
      { enrolmentId: child.enrolmentId, bookingIds: [], weeks: [4, 6] },
    ]);
    expect(await mailsTo(child)).toHaveLength(1);
    expect(await weeksBooked(child)).toEqual([]);
  });

  it("a family that was given its lessons is told of all of them in one mail, and no other", async () => {
    await aSchoolThat("NEAREST");
    const children = [await aChild(), await aChild()];
    await Promise.all([1, 2, 3].map(() => giveUnbooked(context())));
    await giveUnbooked(context());
    await doWhatIsOwed();
    expect(await settledEvents()).toHaveLength(2);
    for (const child of children) {
      expect(await weeksBooked(child)).toEqual([4, 6]);
      const mails = await mailsTo(child);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).not.toMatch(/^Booked:/);
    }
  });

  it("a family for which no time was left is told of the weeks that stay unbooked", async () => {
    await aSchoolThat("NEAREST");
    const children = [await aChild(), await aChild(), await aChild()];
    await giveUnbooked(context());
    await giveUnbooked(context());
    await doWhatIsOwed();
    const without = children[2] as Child;
    expect(await weeksBooked(without)).toEqual([]);
    const settled = await settledEvents();
    expect(settled.map(({ data }) => data)).toContainEqual({
      enrolmentId: without.enrolmentId,
      bookingIds: [],
      weeks: [4, 6],
    });
    for (const child of children) expect(await mailsTo(child)).toHaveLength(1);
  });

  it("a family that has booked everything itself is told nothing", async () => {
    await aSchoolThat("LEAVE");
    const child = await aChild();
    await superuserQuery("UPDATE week_plan_week SET kind = 'GROUP' WHERE course_id = $1", [
      course.id,
    ]);
    await giveUnbooked(context());
    await doWhatIsOwed();
    expect([await settledEvents(), await mailsTo(child)]).toEqual([[], []]);
  });
});

describe("a server that dies while it gives the lessons", { timeout: 240_000 }, () => {
  it("leaves nothing half told: run again, each family has its lessons and one mail", async () => {
    await aSchoolThat("NEAREST");
    await aChild();
    database.cutAfter(Infinity);
    await giveUnbooked(context());
    const messages = database.passed();
    expect(messages).toBeGreaterThan(80);
    const before = { between: 0 };
    for (let n = 5; n <= messages; n += 7) {
      vi.setSystemTime(plusHours(CLOSES, 1));
      await aSchoolThat("NEAREST");
      const child = await aChild();
      database.cutAfter(n);
      await giveUnbooked(context()).catch(() => undefined);
      database.cutAfter(Infinity);
      const [weeks, settled] = [await weeksBooked(child), await settledEvents()];
      if (weeks.length > 0 && settled.length === 0) before.between += 1;
      await giveUnbooked(context());
      await doWhatIsOwed();
      expect(await weeksBooked(child), `lessons after a cut at message ${n}`).toEqual([4, 6]);
      expect(await settledEvents(), `results after a cut at message ${n}`).toHaveLength(1);
      const subjects = (await mailsTo(child)).map(({ subject }) => subject);
      expect(subjects, `mails after a cut at message ${n}`).toHaveLength(1);
      expect(subjects[0]).not.toMatch(/^Booked:/);
    }
    expect(before.between, "cuts between the booking and the telling").toBeGreaterThan(0);
  });
});
