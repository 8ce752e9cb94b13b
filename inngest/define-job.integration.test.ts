import { InngestTestEngine } from "@inngest/test";
import { beforeEach, describe, expect, it } from "vitest";
import { newId, type OutboxEventId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { insertRow, date } from "@/lib/testing/insert-row";
import { aFamily } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { crons } from "./crons";
import { jobs } from "./jobs";

let school: TestSchool;
let eventId: OutboxEventId;
let data: { enrolmentId: string; bookingIds: string[]; actorId: string };

beforeEach(async () => {
  school = await aSchool();
  const family = await aFamily(school);
  await superuserQuery("UPDATE person SET email = 'parent@family.example' WHERE id = $1", [
    family.guardian.personId,
  ]);
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  const enrolment = await anEnrolment(course, family.students[0]);
  const startsAt = at(school, "2026-11-02 17:00");
  const { id } = await aBooking(enrolment, { week: 4, startsAt });
  data = { enrolmentId: enrolment.id, bookingIds: [id], actorId: newId() };
  eventId = newId<OutboxEventId>();
  await insertRow("outbox_event", {
    ...{ schoolId: school.id, id: eventId, name: "booking/lesson.booked" },
    ...{ data: JSON.stringify(data), occurredAt: date(TEST_NOW), dueAt: date(TEST_NOW) },
  });
});

function engine(id: string, given: Partial<{ id: string; data: object }> = {}) {
  const job = jobs.find((one) => one.id === id);
  if (job === undefined) throw new Error(`there is no function ${id}`);
  const event = { name: job.eventName, id: eventId, data: { ...data, schoolId: school.id } };
  return new InngestTestEngine({ function: job.inngestFunction, events: [{ ...event, ...given }] });
}

async function owedRows() {
  const { rows } = await superuserQuery(
    `SELECT (SELECT count(*)::int FROM notice WHERE school_id = $1) AS notices,
            (SELECT array_agg(state::text) FROM job_run WHERE school_id = $1) AS runs`,
    [school.id],
  );
  return rows[0];
}

describe("a function, as Inngest runs it", () => {
  it("carries out its effect and notes it: the same rows as on the runner inside the app", async () => {
    const { error } = await engine("on-lesson-booked-tell-family").execute();
    expect(error).toBeUndefined();
    expect(await owedRows()).toEqual({ notices: 1, runs: ["DONE"] });
  });

  it("may run again whole, by the id of its row or as it was sent again", async () => {
    await engine("on-lesson-booked-tell-family").execute();
    await engine("on-lesson-booked-tell-family", { id: `${eventId}.1` }).execute();
    expect(await owedRows()).toEqual({ notices: 1, runs: ["DONE"] });
  });

  it("stays owed, with its reason, when it fails", async () => {
    await engine("on-lesson-booked-tell-family").execute();
    const { rows } = await superuserQuery(
      "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = 'notifications/mail.owed'",
      [school.id],
    );
    const owed = {
      schoolId: school.id,
      eventId: rows[0]?.id as OutboxEventId,
      data: rows[0]?.data,
    };
    const mail = jobs.find(({ id }) => id === "on-mail-owed-send");
    await expect(mail?.carryOut(owed, { attempt: 0, most: 5 })).rejects.toThrow("unreachable");
    const runs = await superuserQuery(
      "SELECT state::text, last_error FROM job_run WHERE event_id = $1",
      [owed.eventId],
    );
    expect(runs.rows).toEqual([{ state: "WAITING", last_error: "mail not sent: unreachable" }]);
  });
});

describe("the functions that are served", () => {
  it("each have a name of their own, and are limited for each school", () => {
    const ids = [...jobs, ...crons].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { inngestFunction } of jobs) {
      expect(inngestFunction.opts.concurrency).toEqual([
        { key: "event.data.schoolId", limit: expect.any(Number) },
      ]);
    }
  });

  it("send mail no faster than the vendor takes it: throttled, never dropped", () => {
    const mail = jobs.filter(({ lane }) => lane === "mail");
    expect(mail.length).toBeGreaterThan(0);
    for (const { inngestFunction } of mail) {
      expect(inngestFunction.opts.throttle).toMatchObject({ limit: expect.any(Number) });
      expect(inngestFunction.opts.rateLimit).toBeUndefined();
    }
  });
});
