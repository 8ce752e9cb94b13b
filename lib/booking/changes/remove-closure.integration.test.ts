import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import {
  aClosure,
  aLocation,
  aRoom,
  aSchool,
  aTerm,
  at,
  type TestSchool,
} from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { createCourse } from "@/lib/scheduling/create-course";
import { asWallTime } from "@/lib/time/wall-time";
import { NotFound } from "@/lib/refusal";
import { addClosure } from "./add-closure";
import { getClosurePreview } from "./get-closure-preview";
import { getClosureRemoval } from "./get-closure-removal";
import { removeClosure } from "./remove-closure";

const CUP_DAY = { name: "Cup Day", startsOn: asDay("2026-11-03"), endsOn: asDay("2026-11-03") };

/** Tuesdays: a group with Mia, and a hybrid course with an individual week on Cup Day. */
async function closedCupDay(school: TestSchool) {
  const term = await aTerm(school);
  const ctx = contextOf(school, await anAdmin(school));
  const group = await aGroupCourse(school, { term, weekday: 2, startTime: "17:30" });
  const piano = await aHybridCourse(school, { term, weekday: 2 });
  const [mia] = (await aFamily(school)).students;
  await anEnrolment(group, mia);
  const enrolment = await anEnrolment(piano, mia);
  const startsAt = at(school, "2026-11-03 16:00");
  const booking = await aBooking(enrolment, { week: 4, startsAt });
  const { confirmation } = await getClosurePreview(ctx, CUP_DAY);
  const { closureId } = await addClosure(ctx, { ...CUP_DAY, confirmed: confirmation });
  return { term, ctx, group, piano, mia, enrolment, booking, closureId };
}

async function fixedOn(courseId: string, day: string): Promise<unknown[]> {
  const { rows } = await superuserQuery(
    `SELECT l.starts_at, l.week, l.cancelled_at IS NULL AS live,
        (SELECT count(*)::int FROM reservation r WHERE r.lesson_id = l.id) AS uses
      FROM lesson l WHERE l.course_id = $1 AND l.enrolment_id IS NULL
        AND (l.starts_at AT TIME ZONE 'Australia/Sydney')::date = $2::date ORDER BY l.cancelled_at NULLS LAST`,
    [courseId, day],
  );
  return rows;
}

async function closuresOf(school: TestSchool): Promise<unknown[]> {
  const { rows } = await superuserQuery(
    "SELECT name, starts_on::text, ends_on::text FROM closure WHERE school_id = $1",
    [school.id],
  );
  return rows;
}

describe("removing a closure", () => {
  it("holds the group lessons that were shown again, with their students, and keeps the history", async () => {
    const school = await aSchool();
    const { ctx, group, closureId } = await closedCupDay(school);
    await expect(removeClosure(ctx, { closureId })).rejects.toMatchObject({
      code: "opening-needs-confirmation",
    });
    const { lessons, confirmation } = await getClosureRemoval(ctx, closureId);
    const startsAt = at(school, "2026-11-03 17:30");
    expect(lessons).toMatchObject([{ courseName: group.name, startsAt, students: 1 }]);
    await removeClosure(ctx, { closureId, confirmed: confirmation });
    const facts = { starts_at: new Date(startsAt), week: 4 };
    expect(await fixedOn(group.id, "2026-11-03")).toEqual([{ ...facts, live: true, uses: 3 }]);
    const { rows: history } = await superuserQuery(
      `SELECT data FROM audit_entry WHERE action = 'booking/group-lesson.cancelled'
        AND subject_id IN (SELECT id FROM lesson WHERE course_id = $1)`,
      [group.id],
    );
    expect(history).toEqual([{ data: { reason: "CLOSURE" } }]);
    expect(await closuresOf(school)).toEqual([]);
    const { rows } = await superuserQuery(
      "SELECT data->>'name' AS name, data->>'lessons' AS lessons FROM audit_entry WHERE school_id = $1 AND action = 'booking/closure.removed'",
      [school.id],
    );
    expect(rows).toEqual([{ name: "Cup Day", lessons: "1" }]);
  });

  it("books nothing by itself: what it cancelled stays so, is listed, and can be booked again", async () => {
    const school = await aSchool();
    const { ctx, enrolment, booking, mia, piano, closureId } = await closedCupDay(school);
    const { toBookAgain, confirmation } = await getClosureRemoval(ctx, closureId);
    expect(toBookAgain).toMatchObject([
      { bookingId: booking.id, week: 4, courseName: piano.name, startsAt: booking.startsAt },
    ]);
    expect(toBookAgain[0]?.studentName).toContain(mia.givenName);
    await removeClosure(ctx, { closureId, confirmed: confirmation });
    const { rows } = await superuserQuery(
      "SELECT state::text, cancel_reason::text FROM booking WHERE school_id = $1",
      [school.id],
    );
    expect(rows).toEqual([{ state: "CANCELLED", cancel_reason: "CLOSURE" }]);
    await aBooking(enrolment, { week: 4, startsAt: booking.startsAt });
  });

  it("does not list a lesson that the family has booked at another time since", async () => {
    const school = await aSchool();
    const { ctx, enrolment, closureId } = await closedCupDay(school);
    await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-04 16:00") });
    expect((await getClosureRemoval(ctx, closureId)).toBookAgain).toEqual([]);
  });

  it("refuses while a lesson that comes back would meet another, and changes nothing", async () => {
    const school = await aSchool();
    const { ctx, term, group, closureId } = await closedCupDay(school);
    const room = await aRoom(school);
    const elsewhere = await aHybridCourse(school, { term, teacher: group.teacher, room });
    const [tom] = (await aFamily(school)).students;
    const inTheWay = await aBooking(await anEnrolment(elsewhere, tom), {
      week: 4,
      startsAt: at(school, "2026-11-03 18:00"),
    });
    const { blocked, confirmation } = await getClosureRemoval(ctx, closureId);
    expect(blocked).toMatchObject([{ who: "teacher", bookingId: inTheWay.id }]);
    await expect(removeClosure(ctx, { closureId, confirmed: confirmation })).rejects.toMatchObject({
      code: "closure-clash",
    });
    expect(await closuresOf(school)).toHaveLength(1);
  });

  it("leaves closed what another closure closes, and other locations alone", async () => {
    const school = await aSchool();
    const term = await aTerm(school);
    const ctx = contextOf(school, await anAdmin(school));
    const [here, there] = [await aLocation(school), await aLocation(school)];
    const days = { startsOn: "2026-11-03", endsOn: "2026-11-10" };
    const closureId = await aClosure(school, { ...days, location: here, name: "Works" });
    await aClosure(school, { startsOn: "2026-11-10", name: "Fete" });
    const facts = { term, weekday: 2 } as const;
    const mine = await aGroupCourse(school, {
      ...facts,
      room: await aRoom(school, { location: here }),
    });
    await aGroupCourse(school, { ...facts, room: await aRoom(school, { location: there }) });
    const { lessons, confirmation } = await getClosureRemoval(ctx, closureId);
    const week4 = at(school, "2026-11-03 16:00");
    expect(lessons).toMatchObject([{ courseId: mine.id, startsAt: week4 }]);
    await removeClosure(ctx, { closureId, confirmed: confirmation });
    expect(await fixedOn(mine.id, "2026-11-10")).toEqual([]);
  });

  it("opens the rest of a closure that has begun, and nothing of one that is over", async () => {
    const school = await aSchool();
    const days = { startsOn: "2026-11-02", endsOn: "2026-11-06" };
    const closureId = await aClosure(school, { ...days, name: "Storm" });
    const term = await aTerm(school);
    const tuesdays = await aGroupCourse(school, { term, weekday: 2 });
    const thursdays = await aGroupCourse(school, { term, weekday: 4 });
    const admin = await anAdmin(school);
    const over = contextOf(school, admin, { now: at(school, "2026-11-07 09:00") });
    await expect(removeClosure(over, { closureId })).rejects.toMatchObject({
      code: "closure-is-over",
    });
    const ctx = contextOf(school, admin, { now: at(school, "2026-11-03 16:30") });
    const { opensOn, confirmation } = await getClosureRemoval(ctx, closureId);
    expect(opensOn).toBe("2026-11-04");
    await removeClosure(ctx, { closureId, confirmed: confirmation });
    expect(await closuresOf(school)).toEqual([
      { name: "Storm", starts_on: "2026-11-02", ends_on: "2026-11-03" },
    ]);
    expect(await fixedOn(tuesdays.id, "2026-11-03")).toEqual([]);
    expect(await fixedOn(thursdays.id, "2026-11-05")).toMatchObject([{ live: true }]);
  });

  it("opens a day again on which only lessons that were held have begun, and holds none twice", async () => {
    const school = await aSchool();
    const term = await aTerm(school);
    const early = await aGroupCourse(school, { term, weekday: 2, startTime: "09:00" });
    const late = await aGroupCourse(school, { term, weekday: 2, startTime: "17:00" });
    const now = at(school, "2026-11-03 12:00");
    const ctx = contextOf(school, await anAdmin(school), { now });
    const { confirmation } = await getClosurePreview(ctx, CUP_DAY);
    const { closureId } = await addClosure(ctx, { ...CUP_DAY, confirmed: confirmation });
    const removal = await getClosureRemoval(ctx, closureId);
    expect(removal.opensOn).toBe(CUP_DAY.startsOn);
    await removeClosure(ctx, { closureId, confirmed: removal.confirmation });
    expect(await fixedOn(early.id, CUP_DAY.startsOn)).toMatchObject([{ live: true }]);
    expect(await fixedOn(late.id, CUP_DAY.startsOn)).toMatchObject([{ live: true }]);
  });

  it("holds a workshop on its day again", async () => {
    const school = await aSchool();
    const term = await aTerm(school);
    const ctx = contextOf(school, await anAdmin(school));
    const group = await aGroupCourse(school, { term, weekday: 5 });
    const courseId = await createCourse(ctx, {
      acceptOutside: true,
      ...{ termId: term.id, kind: "ONE_OFF", name: "Drum day", heldOn: CUP_DAY.startsOn },
      ...{ teacherId: group.teacher.id, roomId: group.room.id, capacity: 6 },
      ...{ startTime: asWallTime("10:00"), groupMinutes: 90 },
    });
    const { confirmation } = await getClosurePreview(ctx, CUP_DAY);
    const { closureId } = await addClosure(ctx, { ...CUP_DAY, confirmed: confirmation });
    const removal = await getClosureRemoval(ctx, closureId);
    expect(removal.lessons).toMatchObject([{ courseId, students: 0 }]);
    await removeClosure(ctx, { closureId, confirmed: removal.confirmation });
    expect(await fixedOn(courseId, CUP_DAY.startsOn)).toMatchObject([{ live: true, uses: 2 }]);
  });

  it("knows nothing of another school's closures", async () => {
    const [mine, other] = [await aSchool(), await aSchool()];
    const ctx = contextOf(mine, await anAdmin(mine));
    const closureId = await aClosure(other, { startsOn: "2026-11-03" });
    for (const id of [closureId, newId<typeof closureId>()]) {
      await expect(removeClosure(ctx, { closureId: id })).rejects.toThrow(NotFound);
      await expect(getClosureRemoval(ctx, id)).rejects.toThrow(NotFound);
    }
    expect(await closuresOf(other)).toHaveLength(1);
  });
});

describe("days that are closed already", () => {
  it("are not closed again, also in the same moment, for the school or a place of it", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school));
    const twice = await Promise.allSettled([addClosure(ctx, CUP_DAY), addClosure(ctx, CUP_DAY)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { id: locationId } = await aLocation(school);
    await expect(addClosure(ctx, { ...CUP_DAY, locationId })).rejects.toMatchObject({
      code: "already-closed",
      details: { name: "Cup Day" },
    });
    expect(await closuresOf(school)).toHaveLength(1);
    await addClosure(ctx, { ...CUP_DAY, endsOn: asDay("2026-11-04") });
    expect(await closuresOf(school)).toHaveLength(2);
  });
});
