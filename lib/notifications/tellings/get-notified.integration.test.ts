import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import { newId, type OutboxEventId, type PersonId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { aBooking } from "@/lib/testing/booking-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { setContactEmail } from "@/lib/testing/mail-factory";
import {
  aFamily,
  aGuardian,
  anAdmin,
  contextOf,
  systemContextOf,
  type TestFamily,
  type TestMember,
} from "@/lib/testing/people-factory";
import {
  aHybridCourse,
  anEnrolment,
  type TestCourse,
  type TestEnrolment,
} from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import type { Notified } from "./notified";
import type { Telling } from "./telling";

const { stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { cancelBooking } = await import("@/lib/booking/cancel-booking");
const { openBookingWindow } = await import("@/lib/booking/window/open-booking-window");
const { remindUnbooked } = await import("@/lib/booking/window/remind-unbooked");
const { tellNow } = await import("@/lib/testing/tell");
const { getNotified } = await import("./get-notified");
const { getNotifiedToBook } = await import("./list-families-to-book");
const { notifiedText } = await import("./notified-words");
const { tellBookingCancelled } = await import("./tell-booking-cancelled");
const { tellTeacherCancelled } = await import("./tell-teacher");
const { tellUnbookedReminded, tellWindowOpened } = await import("./tell-window-opened");

afterAll(async () => {
  await closePools();
  await stop();
});

let school: TestSchool;
let admin: TestMember;
let ctx: SchoolContext;
let course: TestCourse;
let families: Record<"price" | "two" | "blocked" | "off" | "one" | "other" | "own", TestFamily>;
let enrolments: Map<TestFamily, TestEnrolment>;

/** Families of every sort: how many of their people sign in, and what mail may reach them. */
beforeEach(async () => {
  school = await aSchool();
  admin = await anAdmin(school);
  ctx = contextOf(school, admin);
  course = await aHybridCourse(school, { plan: "GGGIGGGGGG", windowOpensAt: null });
  families = {
    price: await aFamily(school, { name: "Price" }),
    two: await aFamily(school, { name: "Two" }),
    blocked: await aFamily(school, { name: "Blocked" }),
    off: await aFamily(school, { name: "Off" }),
    one: await aFamily(school, { name: "One" }),
    other: await aFamily(school, { name: "Other" }),
    own: await aFamily(school, { name: "Own" }),
  };
  enrolments = new Map();
  for (const family of Object.values(families)) {
    await setContactEmail(family.guardian, `${family.name}@${school.slug}.example`);
    enrolments.set(family, await anEnrolment(course, family.students[0]));
  }
  await endSignIn(families.price.guardian.personId);
  await superuserQuery("UPDATE person SET phone = '0491 570 156' WHERE id = $1", [
    families.price.guardian.personId,
  ]);
  await aGuardian(school, {
    family: families.two,
    kind: "OTHER",
    email: `b@${school.slug}.example`,
  });
  const named = { family: families.two, kind: "EMERGENCY", givenName: "Gran" } as const;
  await aGuardian(school, { ...named, email: `c@${school.slug}.example` });
  await block(`blocked@${school.slug}.example`);
  await turnOff(families.off.guardian.personId, "window-opened");
  await replaceGuardian(families.other, families.one.guardian.personId);
  await asOwnGuardian(families.own);
});

async function endSignIn(personId: PersonId): Promise<void> {
  await superuserQuery("DELETE FROM membership WHERE person_id = $1", [personId]);
}

async function block(email: string): Promise<void> {
  const row = { schoolId: school.id, id: newId(), email, reason: "BOUNCE", detail: "550 No" };
  await insertRow("mail_suppression", { ...row, createdAt: date(TEST_NOW) });
}

async function turnOff(personId: PersonId, kind: string): Promise<void> {
  await insertRow("mail_opt_out", { schoolId: school.id, personId, kind, since: date(TEST_NOW) });
}

/** One guardian of two families. */
async function replaceGuardian(family: TestFamily, personId: PersonId): Promise<void> {
  await superuserQuery("UPDATE guardian SET person_id = $2 WHERE family_id = $1", [
    family.id,
    personId,
  ]);
}

/** An adult student who signs in and looks after themselves. */
async function asOwnGuardian({ id, guardian, students: [student] }: TestFamily): Promise<void> {
  await superuserQuery("UPDATE guardian SET person_id = $2 WHERE family_id = $1", [
    id,
    student.personId,
  ]);
  await superuserQuery("UPDATE membership SET person_id = $2 WHERE person_id = $1", [
    guardian.personId,
    student.personId,
  ]);
  await setContactEmail(student, `own-student@${school.slug}.example`);
}

/** Does what the one happening of its event has to tell, as the jobs do. */
async function carryOut<E extends EventDefinition>(telling: Telling<E>): Promise<void> {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2",
    [school.id, telling.event.name],
  );
  expect(rows).toHaveLength(1);
  const data = telling.event.data.parse(rows[0]?.data) as OwedEvent<E>["data"];
  const event = { id: String(rows[0]?.id) as OutboxEventId, data };
  await tellNow(systemContextOf(school), telling, event);
}

/** Who really got something of a kind: notices, and mails that went out. */
async function queued(kinds: readonly string[]) {
  const notices = await superuserQuery(
    "SELECT DISTINCT person_id FROM notice WHERE school_id = $1 AND kind = ANY ($2)",
    [school.id, [...kinds]],
  );
  const sent = await superuserQuery(
    `SELECT DISTINCT recipient_id FROM delivery
      WHERE school_id = $1 AND kind = ANY ($2) AND state = 'SENT'`,
    [school.id, [...kinds]],
  );
  const people = [...notices.rows.map((row) => row.person_id)];
  const mailed = sent.rows.map((row) => row.recipient_id);
  return { people: new Set([...people, ...mailed]).size, emails: mailed.length };
}

const counts = ({ people, emails }: Notified) => ({ people, emails });
const names = (parties: Notified["withoutSignIn"]) => parties.map(({ name }) => name);

describe("who is notified when a booking window opens", () => {
  const asked = () => ({ kind: "window-opened", courseId: course.id }) as const;

  it("is said beforehand as it is sent: by family, by person, and who cannot be", async () => {
    const before = await getNotifiedToBook(ctx, asked());
    expect(before).toMatchObject({ reached: { PARENT: 6, TEACHER: 0 }, people: 6, emails: 4 });
    expect(before.appOnly).toMatchObject([
      { name: "Blocked", why: "SUPPRESSED" },
      { name: "Off", why: "UNSUBSCRIBED" },
    ]);
    expect(notifiedText(before)).toBe(
      "6 families will be notified. In the app only: Blocked (address blocked), Off (turned this email off). Without sign-in: Price. Invite them or call 0491 570 156.",
    );
    await openBookingWindow(ctx, { courseId: course.id });
    await carryOut(tellWindowOpened);
    expect(await queued(["window-opened"])).toEqual(counts(before));
    expect(await getNotifiedToBook(ctx, asked())).toEqual(before);
  });

  it("leaves out who has booked already", async () => {
    const last = await aFamily(school, { name: "Booked" });
    const enrolment = await anEnrolment(course, last.students[0]);
    expect(await getNotifiedToBook(ctx, asked())).toMatchObject({ people: 7 });
    await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
    expect(await getNotifiedToBook(ctx, asked())).toMatchObject({ people: 6 });
  });

  it("counts whoever opens it by email alone: nobody's own doing is news to them", async () => {
    const own = { family: families.price, kind: "OTHER", givenName: "Boss" } as const;
    const boss = await aGuardian(school, { ...own, email: `boss@${school.slug}.example` });
    const asBoss = contextOf(school, { ...boss, roles: ["ADMIN", "PARENT"] });
    const before = await getNotifiedToBook(asBoss, asked());
    expect(before).toMatchObject({ people: 7, emails: 5, withoutSignIn: [] });
    await openBookingWindow(asBoss, { courseId: course.id });
    await carryOut(tellWindowOpened);
    expect(await queued(["window-opened"])).toEqual(counts(before));
    const { rows } = await superuserQuery("SELECT 1 FROM notice WHERE person_id = $1", [
      boss.personId,
    ]);
    expect(rows).toEqual([]);
    await block(`boss@${school.slug}.example`);
    expect(await getNotifiedToBook(asBoss, asked())).toMatchObject({
      ...{ people: 6, emails: 4, unreachable: [], withoutSignIn: [] },
    });
  });
});

it("A reminder says how many families it reminds as it is sent, not how many lessons are missing", async () => {
  await openBookingWindow(ctx, { courseId: course.id });
  const asked = { kind: "unbooked-reminder", courseId: course.id } as const;
  const before = await getNotifiedToBook(ctx, asked);
  expect(before).toMatchObject({ reached: { PARENT: 6 }, people: 6, emails: 5 });
  expect(names(before.withoutSignIn)).toEqual(["Price"]);
  const { enrolmentIds } = await remindUnbooked(ctx, { courseId: course.id, requestKey: newId() });
  expect(enrolmentIds).toHaveLength(7);
  await carryOut(tellUnbookedReminded);
  expect(await queued(["unbooked-reminder"])).toEqual(counts(before));
  expect(await getNotifiedToBook(ctx, { ...asked, enrolmentIds })).toEqual(before);
});

it("A cancelled lesson says that its family and its teacher are notified, and by which way", async () => {
  const { two, price } = families;
  const student = two.students[0];
  const enrolment = enrolments.get(two);
  if (enrolment === undefined) throw new Error("nobody is enrolled");
  const startsAt = at(school, "2026-11-02 17:00");
  const { id: bookingId } = await aBooking(enrolment, { week: 4, startsAt });
  const messages = [
    { kind: "booking-cancelled", studentIds: [student.id] },
    { kind: "teacher-lesson-cancelled", teacherIds: [course.teacher.id] },
  ] as const;
  const before = await getNotified(ctx, messages);
  expect(before.reached).toMatchObject({ PARENT: 1, TEACHER: 1 });
  await cancelBooking(ctx, { bookingId, shown: startsAt, requestKey: newId() });
  await carryOut(tellBookingCancelled);
  await carryOut(tellTeacherCancelled);
  const kinds = messages.map(({ kind }) => kind);
  expect(await queued(kinds)).toEqual(counts(before));
  const nobody = await getNotified(ctx, [
    { kind: "booking-cancelled", studentIds: [price.students[0].id] },
  ]);
  expect(notifiedText(nobody)).toBe(
    "Nobody will be notified. Without sign-in: Price. Invite them or call 0491 570 156.",
  );
});
