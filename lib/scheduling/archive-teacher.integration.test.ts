import { beforeEach, describe, expect, it } from "vitest";
import { listTeachers } from "@/lib/people/list-teachers";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin, aTeacher, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse } from "@/lib/testing/scheduling-factory";
import { aRoom, aSchool, aTerm, at, type TestSchool } from "@/lib/testing/school-factory";
import { asWallTime } from "@/lib/time/wall-time";
import { archiveTeacher } from "./archive-teacher";
import { createCourse } from "./create-course";

let school: TestSchool;
let ctx: SchoolContext;

beforeEach(async () => {
  school = await aSchool();
  ctx = contextOf(school, await anAdmin(school));
});

describe("a teacher", () => {
  it("is not archived while a course of theirs is not over, though none of its lessons is booked", async () => {
    const course = await aHybridCourse(school, { plan: "IIIIIIIIII", name: "Piano" });
    expect(course.lessons).toEqual([]);
    const archive = { teacherId: course.teacher.id, archived: true };
    await expect(archiveTeacher(ctx, archive)).rejects.toMatchObject({
      code: "still-teaching",
      details: { courses: `Piano (${course.term.name})` },
    });
    await archiveTeacher({ ...ctx, now: at(school, "2027-01-04 09:00") }, archive);
    expect((await listTeachers(ctx, {})).rows).toEqual([]);
    await archiveTeacher(ctx, { ...archive, archived: false });
    expect((await listTeachers(ctx, {})).rows).toHaveLength(1);
  });

  it("is not archived while a lesson ahead is theirs in another's course", async () => {
    const course = await aGroupCourse(school, { name: "Choir" });
    const stand = await aTeacher(school);
    const last = course.lessons.at(-1);
    await superuserQuery("UPDATE lesson SET teacher_id = $2 WHERE id = $1", [last?.id, stand.id]);
    const archive = { teacherId: stand.id, archived: true };
    await expect(archiveTeacher(ctx, archive)).rejects.toMatchObject({ code: "still-teaching" });
  });

  it("is archived once their courses are archived or over", async () => {
    const course = await aHybridCourse(school, { plan: "IIIIIIIIII" });
    await superuserQuery("UPDATE course SET archived_at = now() WHERE id = $1", [course.id]);
    await archiveTeacher(ctx, { teacherId: course.teacher.id, archived: true });
    expect((await listTeachers(ctx, { archived: true })).rows).toHaveLength(1);
  });

  it("is never both archived and given a new course, however the two presses fall", async () => {
    const [room, term] = [await aRoom(school), await aTerm(school)];
    const course = {
      ...({ kind: "HYBRID", weekday: 1, capacity: 4 } as const),
      ...{ termId: term.id, roomId: room.id },
      ...{ startTime: asWallTime("16:00"), groupMinutes: 60, lessonMinutes: 30 },
    };
    for (let round = 0; round < 8; round += 1) {
      const teacherId = (await aTeacher(school)).id;
      const both = await Promise.allSettled([
        createCourse(ctx, { acceptOutside: true, ...course, name: `Piano ${round}`, teacherId }),
        archiveTeacher(ctx, { teacherId, archived: true }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
