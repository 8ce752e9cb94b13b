import { afterAll, expect, it } from "vitest";
import { newId, type OutboxEventId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, aGuardian, systemContextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestEnrolment } from "@/lib/testing/scheduling-factory";
import { aClosure, aSchool, at, type TestSchool } from "@/lib/testing/school-factory";

const { inboxUrl, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { tellNow } = await import("@/lib/testing/tell");
const { tellBookingCancelled } = await import("./tell-booking-cancelled");

afterAll(async () => {
  await closePools();
  await stop();
});

const OFFER = "You can book another time";

/** The text of the mail about a booking that the school cancelled. */
async function mailAbout(
  school: TestSchool,
  { enrolment, email }: { enrolment: TestEnrolment; email: string },
): Promise<string> {
  const startsAt = at(school, "2026-11-02 17:00");
  const { id } = await aBooking(enrolment, { week: 4, startsAt, state: "CANCELLED" });
  const eventId = newId<OutboxEventId>();
  const data = { bookingId: id, actorId: null };
  await superuserQuery(
    `INSERT INTO outbox_event (school_id, id, name, data, occurred_at, due_at)
     VALUES ($1, $2, 'booking/lesson.cancelled', $3, now(), now())`,
    [school.id, eventId, data],
  );
  await tellNow(systemContextOf(school), tellBookingCancelled, { id: eventId, data });
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
  const { messages } = (await reply.json()) as { messages: { text: string }[] };
  expect(messages).toHaveLength(1);
  return messages[0]?.text ?? "";
}

async function aChildOf(school: TestSchool, plan: string) {
  const family = await aFamily(school);
  const email = `parent@${school.slug}.example`;
  await aGuardian(school, { family, kind: "OTHER", email });
  const course = await aHybridCourse(school, { plan });
  return { enrolment: await anEnrolment(course, family.students[0]), email };
}

it("A cancelled lesson that is still owed offers another time", async () => {
  const school = await aSchool();
  expect(await mailAbout(school, await aChildOf(school, "GGGIGGGGGG"))).toContain(OFFER);
});

it("A cancelled lesson of a week that is no individual week any more offers none", async () => {
  const school = await aSchool();
  expect(await mailAbout(school, await aChildOf(school, "GGGGGGGGGG"))).not.toContain(OFFER);
});

it("A cancelled lesson of a week that is closed throughout offers none", async () => {
  const school = await aSchool();
  const child = await aChildOf(school, "GGGIGGGGGG");
  await aClosure(school, { startsOn: "2026-11-02", endsOn: "2026-11-08" });
  expect(await mailAbout(school, child)).not.toContain(OFFER);
});
