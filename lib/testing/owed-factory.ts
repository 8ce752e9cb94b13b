import { newId, type OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { aBooking } from "./booking-factory";
import { superuserQuery } from "./database";
import { date, insertRow } from "./insert-row";
import { aFamily, aGuardian, anAdmin, contextOf, type TestMember } from "./people-factory";
import { relayAndRun } from "./run-owed-jobs";
import { aHybridCourse, anEnrolment } from "./scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "./school-factory";

export type OwedWorld = {
  school: TestSchool;
  /** An admin's. */
  ctx: SchoolContext;
  guardian: TestMember;
  eventId: OutboxEventId;
};

/** A school in which a lesson of Mia Shah was booked, and the telling of it is still owed. */
export async function aBookedLesson(name = "booking/lesson.booked"): Promise<OwedWorld> {
  const school = await aSchool();
  const admin = await anAdmin(school);
  const family = await aFamily(school, { name: "Shah", students: ["Mia"] });
  const email = `ravi-${school.slug}@family.example`;
  const guardian = await aGuardian(school, { family, kind: "OTHER", givenName: "Ravi", email });
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG", name: "Piano" });
  const enrolment = await anEnrolment(course, family.students[0]);
  const startsAt = at(school, "2026-11-02 17:00");
  const { id } = await aBooking(enrolment, { week: 4, startsAt });
  const eventId = newId<OutboxEventId>();
  const data = { enrolmentId: enrolment.id, bookingIds: [id], actorId: guardian.personId };
  await insertRow("outbox_event", {
    ...{ schoolId: school.id, id: eventId, name, data: JSON.stringify(data) },
    ...{ occurredAt: date(TEST_NOW), dueAt: date(TEST_NOW) },
  });
  return { school, ctx: contextOf(school, admin), guardian, eventId };
}

/** As after the engine gave up telling the family. */
export async function jobFails({ school, eventId }: OwedWorld): Promise<void> {
  const sent = "UPDATE outbox_event SET sent_at = $2 WHERE id = $1";
  await superuserQuery(sent, [eventId, date(TEST_NOW)]);
  await insertRow("job_run", {
    ...{ schoolId: school.id, eventId, job: "on-lesson-booked-tell-family", state: "FAILED" },
    ...{ attempts: 5, createdAt: date(TEST_NOW), triedAt: date(TEST_NOW) },
    lastError: "mail not sent: unreachable",
  });
}

/** A mail to the guardian about the booking that could not be sent. Returns its id. */
export async function mailFails(
  { school, eventId, guardian }: OwedWorld,
  { inDoubt }: { inDoubt: boolean },
): Promise<string> {
  await superuserQuery("UPDATE outbox_event SET sent_at = now() WHERE id = $1", [eventId]);
  const deliveryId: string = newId();
  await insertRow("delivery", {
    ...{ schoolId: school.id, id: deliveryId, outboxEventId: eventId, kind: "booking-confirmed" },
    ...{ recipientId: guardian.personId, state: "FAILED", createdAt: date(TEST_NOW) },
    ...{ lastError: "not confirmed within a day" },
    inDoubtSince: inDoubt ? date(TEST_NOW) : null,
  });
  return deliveryId;
}

/** Does all that is owed by now, and what that owes; any trouble but an unknown event is the test's. */
export async function runAll(): Promise<void> {
  const troubles: string[] = [];
  while ((await relayAndRun((trouble) => troubles.push(String(trouble)))) > 0);
  const [first] = troubles.filter((trouble) => !trouble.includes("is known"));
  if (first !== undefined) throw new Error(first);
}

export async function auditOf({ id }: TestSchool): Promise<string[]> {
  const sql = "SELECT action FROM audit_entry WHERE school_id = $1 ORDER BY at, id";
  return (await superuserQuery(sql, [id])).rows.map(({ action }) => String(action));
}

export async function noticesOf({ id }: TestSchool): Promise<number> {
  const sql = "SELECT count(*)::int AS n FROM notice WHERE school_id = $1";
  return Number((await superuserQuery(sql, [id])).rows[0]?.n);
}
