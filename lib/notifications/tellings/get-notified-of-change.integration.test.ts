import { expect, it } from "vitest";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { endEnrolment } from "@/lib/booking/changes/end-enrolment";
import { getCourseArchive } from "@/lib/booking/changes/get-course-archive";
import { getEnrolment } from "@/lib/booking/get-enrolment";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, type LessonWorld } from "@/lib/testing/lesson-world";
import { forget, tell } from "@/lib/testing/schedule-changes";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { getNotifiedOfChange } from "./get-notified-of-change";
import { getNotifiedOfChanges } from "./get-notified-of-changes";
import type { Notified } from "./notified";

/** How many people have a notice or a mail of it, and how many mails there are. */
async function queued({ school }: LessonWorld) {
  const { rows } = await superuserQuery(
    `SELECT (SELECT count(*)::int FROM delivery WHERE school_id = $1) AS emails,
            (SELECT count(DISTINCT person_id)::int FROM (
               SELECT person_id FROM notice WHERE school_id = $1
               UNION SELECT recipient_id FROM delivery WHERE school_id = $1) AS reached) AS people`,
    [school.id],
  );
  return rows[0];
}

const counts = ({ people, emails }: Notified) => ({ people, emails });

async function ahead({ ctx }: LessonWorld, course: { id: Parameters<typeof getCourseArchive>[1] }) {
  const { concerned } = await getCourseArchive(ctx, course.id);
  return getNotifiedOfChanges(ctx, { lessonIds: [], ...concerned });
}

function times({ alice, studio, courses }: LessonWorld) {
  return {
    ...{ courseId: courses.group.id, teacherId: alice.id, roomId: studio.id, weekday: 1 as const },
    ...{ startTime: asWallTime("10:00"), groupMinutes: 45, basedOn: AS_IT_STANDS },
  };
}

it("Another room is said to reach whom it reaches, before it is saved and after", async () => {
  const world = await aLessonWorld();
  const before = await ahead(world, world.courses.group);
  expect(before.reached).toMatchObject({ PARENT: 1, TEACHER: 1, STUDENT: 0 });
  const roomId = world.hall.id;
  const { changeId } = await changeCourseTimes(world.ctx, { ...times(world), roomId });
  const after = await getNotifiedOfChange(world.ctx, changeId);
  expect(after).toEqual(before);
  await tell(world);
  expect(await queued(world)).toEqual(counts(after));
});

it("Another teacher is counted with the one before, once it is known who it is", async () => {
  const world = await aLessonWorld();
  const { changeId } = await changeCourseTimes(world.ctx, {
    ...times(world),
    teacherId: world.ben.id,
  });
  const after = await getNotifiedOfChange(world.ctx, changeId);
  expect(after.reached).toMatchObject({ PARENT: 1, TEACHER: 2 });
  await tell(world);
  expect(await queued(world)).toEqual(counts(after));
});

it("A save that changes no lesson notifies nobody", async () => {
  const world = await aLessonWorld();
  const { changeId } = await changeCourseTimes(world.ctx, times(world));
  expect(await getNotifiedOfChange(world.ctx, changeId)).toMatchObject({ people: 0, emails: 0 });
});

it("A course that is archived, and put back, is said to reach its teacher", async () => {
  const world = await aLessonWorld();
  const courseId = world.courses.empty.id;
  for (const archived of [true, false]) {
    await forget(world);
    const before = await ahead(world, world.courses.empty);
    expect(before.reached).toMatchObject({ PARENT: 0, TEACHER: 1 });
    const { confirmation } = await getCourseArchive(world.ctx, courseId);
    const { changeId } = await archiveCourse(world.ctx, {
      ...{ courseId, archived, confirmed: confirmation },
    });
    expect(await getNotifiedOfChange(world.ctx, changeId)).toEqual(before);
    await tell(world);
    expect(await queued(world)).toEqual(counts(before));
    await superuserQuery("DELETE FROM notice WHERE school_id = $1", [world.school.id]);
    await superuserQuery("DELETE FROM delivery WHERE school_id = $1", [world.school.id]);
  }
});

it("The end of an enrolment is said to reach whom it reaches", async () => {
  const world = await aLessonWorld();
  const [enrolmentId] = world.courses.group.enrolments;
  if (enrolmentId === undefined) throw new Error("nobody is enrolled");
  const endsOn = asDay("2026-10-25");
  const { concerned } = await getEnrolment(world.ctx, { enrolmentId, endsOn });
  const before = await getNotifiedOfChanges(world.ctx, { lessonIds: [], ...concerned });
  const { changeId } = await endEnrolment(world.ctx, { enrolmentId, endsOn });
  expect(await getNotifiedOfChange(world.ctx, changeId)).toEqual(before);
  await tell(world);
  expect(await queued(world)).toEqual(counts(before));
});
