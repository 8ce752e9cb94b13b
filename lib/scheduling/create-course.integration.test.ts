import { describe, expect, it } from "vitest";
import { anAvailability } from "@/lib/testing/availability-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, aTeacher, contextOf } from "@/lib/testing/people-factory";
import { aClosure, aRoom, aSchool, aTerm, at, type TestSchool } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { createCourse, type NewCourse } from "./create-course";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { enrolStudent } from "./enrol-student";
import { updateCourse } from "./update-course";
import { updateRoom } from "./update-room";

async function groundFor(school: TestSchool) {
  const term = await aTerm(school);
  const teacher = await aTeacher(school, { givenName: "Alice", familyName: "Keys" });
  const room = await aRoom(school, { name: "Studio 1" });
  const ctx = contextOf(school, await anAdmin(school));
  const input: NewCourse = {
    termId: term.id,
    kind: "GROUP",
    name: "Guitar Group",
    teacherId: teacher.id,
    roomId: room.id,
    weekday: 2,
    startTime: asWallTime("17:00"),
    groupMinutes: 60,
    capacity: 2,
    acceptOutside: true,
  };
  return { term, teacher, room, ctx, input };
}

describe("making a course", () => {
  it("stores a group course's lessons from the start, none on closed days", async () => {
    const school = await aSchool();
    await aClosure(school, { startsOn: "2026-11-03", name: "Cup Day" });
    const { ctx, input } = await groundFor(school);
    const courseId = await createCourse(ctx, input);
    const { rows } = await superuserQuery(
      `SELECT count(*)::int AS lessons, min(starts_at) AS first,
        (SELECT count(*)::int FROM reservation r WHERE r.school_id = $1) AS reservations
        FROM lesson WHERE course_id = $2`,
      [school.id, courseId],
    );
    expect(rows).toEqual([
      { lessons: 9, reservations: 18, first: new Date(at(school, "2026-10-13 17:00")) },
    ]);
  });

  it("refuses an overlap of the teacher or the room to an admin, naming what it meets", async () => {
    const school = await aSchool();
    const { ctx, input } = await groundFor(school);
    await createCourse(ctx, input);
    const other = { ...input, name: "Ukulele Group", startTime: asWallTime("17:30") };
    const otherRoom = await aRoom(school);
    await expect(createCourse(ctx, { ...other, roomId: otherRoom.id })).rejects.toMatchObject({
      code: "teacher-overlap",
      details: { inTheWay: "Alice Keys teaches Guitar Group until 6:00 pm on Tue 13 Oct." },
    });
    const otherTeacher = await aTeacher(school);
    await expect(createCourse(ctx, { ...other, teacherId: otherTeacher.id })).rejects.toMatchObject(
      {
        code: "room-overlap",
      },
    );
    const { rows } = await superuserQuery("SELECT name FROM course WHERE school_id = $1", [
      school.id,
    ]);
    expect(rows).toEqual([{ name: "Guitar Group" }]);
  });

  it("refuses a room that holds fewer people than the course has places, from either side", async () => {
    const school = await aSchool();
    const { ctx, input, room } = await groundFor(school);
    await expect(createCourse(ctx, { ...input, capacity: 7 })).rejects.toMatchObject({
      code: "room-too-small",
      details: { room: "Studio 1", capacity: 6, places: 7 },
    });
    const courseId = await createCourse(ctx, { ...input, capacity: 5 });
    const facts = { courseId, name: input.name, basedOn: AS_IT_STANDS };
    await expect(updateCourse(ctx, { ...facts, capacity: 7 })).rejects.toMatchObject({
      code: "room-too-small",
    });
    const smaller = { roomId: room.id, name: room.name, instruments: [], basedOn: AS_IT_STANDS };
    await expect(updateRoom(ctx, { ...smaller, capacity: 4 })).rejects.toMatchObject({
      code: "room-smaller-than-courses",
      details: { course: "Guitar Group", places: 5 },
    });
    await updateRoom(ctx, { ...smaller, capacity: 5 });
    await updateCourse(ctx, { ...facts, capacity: 4 });
  });

  it("of a smaller room and a larger course at once, one is refused", async () => {
    const school = await aSchool();
    const { ctx, input, room } = await groundFor(school);
    const courseId = await createCourse(ctx, { ...input, capacity: 4 });
    const outcomes = await Promise.allSettled([
      updateCourse(ctx, { courseId, name: input.name, capacity: 6, basedOn: AS_IT_STANDS }),
      updateRoom(ctx, {
        ...{ roomId: room.id, name: room.name, instruments: [], capacity: 5 },
        basedOn: AS_IT_STANDS,
      }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("warns of a time outside the teacher's open times, and goes past it when that is accepted", async () => {
    const school = await aSchool();
    const { ctx, input, teacher, room } = await groundFor(school);
    const { location } = room;
    await anAvailability(school, teacher, { location, weekday: 2, from: "17:00", to: "18:00" });
    await createCourse(ctx, { ...input, acceptOutside: false });
    const later = { ...input, name: "Late Guitar", startTime: asWallTime("18:00") };
    await expect(createCourse(ctx, { ...later, acceptOutside: false })).rejects.toMatchObject({
      code: "outside-open-times",
      details: { teacher: "Alice Keys", when: "Tue 13 Oct, 6:00 pm, and 9 more" },
    });
    await createCourse(ctx, later);
  });

  it("gives a hybrid course no lessons before its week plan is set, and an individual course exactly one student", async () => {
    const school = await aSchool();
    const { ctx, input, term } = await groundFor(school);
    const hybrid = await createCourse(ctx, { ...input, kind: "HYBRID", lessonMinutes: 45 });
    const one = await createCourse(ctx, {
      ...input,
      kind: "INDIVIDUAL",
      name: "Mia's piano",
      weekday: 3,
    });
    const { rows } = await superuserQuery(
      "SELECT course_id, count(*)::int AS n, min(kind::text) AS kind FROM lesson WHERE school_id = $1 GROUP BY 1",
      [school.id],
    );
    expect(rows).toEqual([{ course_id: one, n: 10, kind: "INDIVIDUAL" }]);
    expect(hybrid).not.toBe(one);
    const { students } = await aFamily(school, { students: ["Mia", "Tom"] });
    const dates = { courseId: one, startsOn: term.startsOn };
    await enrolStudent(ctx, { ...dates, studentId: students[0].id });
    await expect(
      enrolStudent(ctx, { ...dates, studentId: students[1]?.id ?? students[0].id }),
    ).rejects.toMatchObject({ code: "one-student-only" });
  });
});

describe("enrolling a student", () => {
  it("puts the student into the lessons ahead of the enrolment's dates", async () => {
    const school = await aSchool();
    const { ctx, input } = await groundFor(school);
    const courseId = await createCourse(ctx, input);
    const { students } = await aFamily(school);
    const later = { ...ctx, now: at(school, "2026-10-20 18:00") };
    await enrolStudent(later, {
      courseId,
      studentId: students[0].id,
      startsOn: asDay("2026-10-13"),
      endsOn: asDay("2026-11-10"),
    });
    const { rows } = await superuserQuery(
      "SELECT count(*)::int AS n FROM reservation WHERE student_id = $1",
      [students[0].id],
    );
    expect(rows).toEqual([{ n: 3 }]);
  });

  it("never fills a course above its capacity, however many admins press at once", async () => {
    const school = await aSchool();
    const { ctx, input, term } = await groundFor(school);
    const courseId = await createCourse(ctx, { ...input, capacity: 3 });
    const { students } = await aFamily(school, {
      students: ["A", "B", "C", "D", "E", "F", "G", "H"],
    });
    const answers = await Promise.allSettled(
      students.map(({ id }) =>
        enrolStudent(ctx, { courseId, studentId: id, startsOn: term.startsOn }),
      ),
    );
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused).toHaveLength(5);
    for (const answer of refused) expect(answer.reason).toMatchObject({ code: "course-full" });
    const { rows } = await superuserQuery(
      "SELECT count(*)::int AS n FROM enrolment WHERE course_id = $1",
      [courseId],
    );
    expect(rows).toEqual([{ n: 3 }]);
  });
});
