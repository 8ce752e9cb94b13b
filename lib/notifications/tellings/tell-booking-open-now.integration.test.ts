import { afterAll, expect, it } from "vitest";
import { newId, type OutboxEventId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aGuardian,
  anAdmin,
  contextOf,
  systemContextOf,
} from "@/lib/testing/people-factory";
import { setContactEmail } from "@/lib/testing/mail-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours } from "@/lib/time/instant";

const { inboxUrl, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { acceptInvitation } = await import("@/lib/auth/accept-invitation");
const { invitePerson } = await import("@/lib/people/invite-person");
const { enrolStudent } = await import("@/lib/scheduling/enrol-student");
const { linkToken } = await import("@/lib/link-token");
const { tellNow } = await import("@/lib/testing/tell");
const { tellOpenToEnrolled, tellOpenToJoined } = await import("./tell-booking-open-now");

afterAll(async () => {
  await closePools();
  await stop();
});

async function mailsTo(email: string): Promise<{ subject: string }[]> {
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
  return ((await reply.json()) as { messages: { subject: string }[] }).messages;
}

async function announced(courseId: string): Promise<void> {
  await superuserQuery("UPDATE course SET window_announced_at = now() WHERE id = $1", [courseId]);
}

/** Does what the events of a name owe, twice, as a job that is tried again. */
async function carryOut(
  school: TestSchool,
  telling: typeof tellOpenToEnrolled | typeof tellOpenToJoined,
) {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2",
    [school.id, telling.event.name],
  );
  for (const { id, data } of [...rows, ...rows]) {
    const event = { id: String(id) as OutboxEventId, data: data as never };
    await tellNow(systemContextOf(school), telling as typeof tellOpenToJoined, event);
  }
  return rows.length;
}

it("Who accepts an invitation while booking is open is told what is still to book, once", async () => {
  const school = await aSchool();
  const family = await aFamily(school, { name: "Price", students: ["Mia", "Leo"] });
  const email = `price@${school.slug}.example`;
  await superuserQuery("DELETE FROM membership WHERE person_id = $1", [family.guardian.personId]);
  await setContactEmail(family.guardian, email);
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  const [mia, leo = mia] = family.students;
  await anEnrolment(course, mia);
  const booked = await anEnrolment(course, leo);
  await aBooking(booked, { week: 4, startsAt: at(school, "2026-11-02 17:00") });

  const admin = contextOf(school, await anAdmin(school));
  const invitationId = await invitePerson(admin, { personId: family.guardian.personId });
  const token = linkToken("invitation", invitationId);
  await acceptInvitation({ token, newPasswordHash: "$2b$12$x" }, plusHours(TEST_NOW, 1));
  expect(await carryOut(school, tellOpenToJoined)).toBe(1);
  const subjects = (await mailsTo(email)).map(({ subject }) => subject);
  expect(subjects.filter((one) => one.startsWith("Time to book"))).toEqual([
    `Time to book: Mia, ${course.name}`,
  ]);
});

it("A family that is enrolled while booking is open is told once; before it opens, when it opens", async () => {
  const school = await aSchool();
  const family = await aFamily(school);
  const email = `later@${school.slug}.example`;
  await aGuardian(school, { family, kind: "OTHER", email });
  const open = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  await announced(open.id);
  const closed = await aHybridCourse(school, {
    ...{ plan: "GGGIGGGGGG", windowOpensAt: null, weekday: 3, term: open.term },
  });
  const ctx = contextOf(school, await anAdmin(school));
  for (const { id: courseId, term } of [open, closed]) {
    await enrolStudent(ctx, {
      courseId,
      studentId: family.students[0].id,
      startsOn: term.startsOn,
    });
  }
  expect(await carryOut(school, tellOpenToEnrolled)).toBe(2);
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
    `Time to book: Mia, ${open.name}`,
  ]);
});

it("Somebody without children in a course that is open is told of nothing", async () => {
  const school = await aSchool();
  const { guardian } = await aFamily(school);
  const event = { id: newId<OutboxEventId>(), data: { personId: guardian.personId } };
  expect(await tellOpenToJoined.tell(systemContextOf(school), event)).toEqual([]);
});
