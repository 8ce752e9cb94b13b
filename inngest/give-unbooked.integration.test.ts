import { beforeEach, describe, expect, it } from "vitest";
import type { SchoolContext } from "@/lib/school-context";
import { anAvailability } from "@/lib/testing/availability-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, systemContextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, type Instant } from "@/lib/time/instant";
import { giveUnbooked } from "./give-unbooked";

const CLOSES = plusHours(TEST_NOW, 1);

let school: TestSchool;
let course: TestCourse;

/** "Piano Foundation 1", Mondays 16:00, individual in week 4; its teacher has room for two lessons. */
beforeEach(async () => {
  school = await aSchool();
  await superuserQuery("UPDATE school SET unbooked_policy = 'NEAREST' WHERE id = $1", [school.id]);
  course = await aHybridCourse(school, { plan: "GGGIGGGGGG", windowClosesAt: CLOSES });
  const hours = { location: course.room.location, from: "15:15", to: "16:45" };
  await anAvailability(school, course.teacher, hours);
});

async function aChild(options: Parameters<typeof anEnrolment>[2] = {}) {
  const { students } = await aFamily(school);
  return anEnrolment(course, students[0], options);
}

const at = (now: Instant): SchoolContext => ({ ...systemContextOf(school), now });
const afterClosing = (hours = 1) => at(plusHours(CLOSES, hours));

/** Which enrolment has which start of week 4, on the school's wall. */
async function given(): Promise<Record<string, string>> {
  const { rows } = await superuserQuery(
    `SELECT b.enrolment_id AS id, to_char(l.starts_at AT TIME ZONE 'Australia/Sydney', 'HH24:MI') AS time
       FROM booking b JOIN lesson l ON l.id = b.lesson_id
      WHERE b.school_id = $1 AND b.state = 'CONFIRMED'`,
    [school.id],
  );
  return Object.fromEntries(rows.map(({ id, time }) => [String(id), String(time)]));
}

async function workItems(): Promise<unknown[]> {
  const { rows } = await superuserQuery(
    "SELECT enrolment_id AS id, week, kind::text FROM desk_request WHERE school_id = $1",
    [school.id],
  );
  return rows;
}

describe("what is not booked when the window closes", () => {
  it("is given the nearest slots in order of enrolment, and a work item where none is left", async () => {
    const third = await aChild({ createdAt: TEST_NOW });
    const first = await aChild({ createdAt: plusHours(TEST_NOW, -2) });
    const second = await aChild({ createdAt: plusHours(TEST_NOW, -1) });
    await giveUnbooked(at(TEST_NOW));
    expect(await given()).toEqual({});

    for (const hours of [1, 2]) await giveUnbooked(afterClosing(hours));
    expect(await given()).toEqual({ [first.id]: "16:00", [second.id]: "15:15" });
    expect(await workItems()).toEqual([{ id: third.id, week: 4, kind: "UNBOOKED" }]);
  });

  it("is given once by many at the same time, and families are told once", async () => {
    const child = await aChild();
    await Promise.all([1, 2, 3].map(() => giveUnbooked(afterClosing())));
    expect(Object.keys(await given())).toEqual([child.id]);
    expect(await workItems()).toEqual([]);
    const { rows } = await superuserQuery(
      "SELECT name FROM outbox_event WHERE school_id = $1 AND name = 'booking/lesson.booked'",
      [school.id],
    );
    expect(rows).toHaveLength(1);
  });

  it("stays with a family that may still book, and with one that joined later", async () => {
    const later = await aChild({ bookUntil: plusHours(CLOSES, 24) });
    await aChild({ createdAt: plusHours(CLOSES, 1) });
    await giveUnbooked(afterClosing(2));
    expect(await given()).toEqual({});
    await giveUnbooked(afterClosing(25));
    expect(Object.keys(await given())).toEqual([later.id]);
  });

  it("is not given again after the family cancelled it", async () => {
    await aChild();
    await giveUnbooked(afterClosing(1));
    await superuserQuery(
      `UPDATE booking SET state = 'CANCELLED', cancelled_at = now(), cancel_reason = 'FAMILY'
        WHERE school_id = $1`,
      [school.id],
    );
    await superuserQuery("DELETE FROM reservation WHERE school_id = $1", [school.id]);
    await giveUnbooked(afterClosing(2));
    expect(await given()).toEqual({});
  });

  it("is left unbooked by a school that has not chosen otherwise", async () => {
    await superuserQuery("UPDATE school SET unbooked_policy = 'LEAVE' WHERE id = $1", [school.id]);
    await aChild();
    await giveUnbooked(afterClosing());
    expect([await given(), await workItems()]).toEqual([{}, []]);
  });
});
