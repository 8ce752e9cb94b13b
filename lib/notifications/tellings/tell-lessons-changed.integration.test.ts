import { describe, expect, it } from "vitest";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { endEnrolment } from "@/lib/booking/changes/end-enrolment";
import { getCourseArchive } from "@/lib/booking/changes/get-course-archive";
import type { ClosureId } from "@/lib/ids";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { archiveRoom } from "@/lib/scheduling/archive-room";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import { updateRoom } from "@/lib/scheduling/update-room";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, FULL_DAY, type LessonWorld } from "@/lib/testing/lesson-world";

import {
  bookLeo,
  close,
  forget,
  noticeOf,
  plan,
  reopen,
  tell,
  toldTo,
} from "@/lib/testing/schedule-changes";

const FAMILY = ["Priya 1+1", "Sam 1+1"];

type Case = {
  change: string;
  /** Nothing of it is told. */
  before?: (world: LessonWorld) => Promise<unknown>;
  act: (world: LessonWorld) => Promise<unknown>;
  told: string[];
  /** What Priya, or else Alice, reads. */
  title?: string;
};

function times(world: LessonWorld, course: keyof LessonWorld["courses"], startTime: string) {
  const place = { teacherId: world.alice.id, roomId: world.studio.id, groupMinutes: 45 };
  return {
    ...{ ...place, courseId: world.courses[course].id, startTime: asWallTime(startTime) },
    basedOn: AS_IT_STANDS,
    ...(course === "workshop" ? { heldOn: FULL_DAY } : { weekday: 1 as const }),
  };
}

function leaves(course: "group" | "band" | "individual" | "workshop" | "hybrid") {
  return async ({ ctx, courses }: LessonWorld, confirmed: string | null = null) => {
    const [enrolmentId] = courses[course].enrolments;
    if (enrolmentId === undefined) throw new Error("nobody is enrolled");
    await endEnrolment(ctx, { enrolmentId, endsOn: asDay("2026-10-25"), confirmed });
  };
}

async function archive({ ctx, courses }: LessonWorld, archived: boolean) {
  const courseId = courses.empty.id;
  const { confirmation } = await getCourseArchive(ctx, courseId);
  await archiveCourse(ctx, { courseId, archived, confirmed: confirmation });
}

const CASES: Case[] = [
  {
    change: "A closure that is taken back",
    before: async (world) => void (await close(world, { startsOn: FULL_DAY })),
    act: async (world) => {
      const { rows } = await superuserQuery("SELECT id FROM closure WHERE school_id = $1", [
        world.school.id,
      ]);
      await reopen(world, String(rows[0]?.id) as ClosureId);
    },
    told: ["Ada 1+1", "Alice 1+1", ...FAMILY],
    title: "4 lessons are back on: Mia and Leo",
  },
  {
    change: "A closure on a day without lessons",
    act: (world) => close(world, { startsOn: "2026-11-03" }),
    told: [],
  },
  {
    change: "A first week plan",
    act: (world) => plan(world, "GGGIGGGIGI"),
    told: ["Alice 1+1", ...FAMILY],
    title: "7 new group lessons: Leo",
  },
  {
    change: "A group week that becomes an individual one",
    before: (world) => plan(world, "GGGIGGGIGI"),
    act: (world) => plan(world, "GGGIIGGIGI"),
    told: ["Alice 1+1", ...FAMILY],
    title: "Now individual: Leo, HYBRID course at 16:00, Mon 9 Nov, 4:00 pm",
  },
  {
    change: "An individual week with a booked lesson that becomes a group week",
    before: bookLeo,
    act: (world) => plan(world, "GGGGGGGIGI"),
    told: ["Alice 1+1", ...FAMILY],
    title: "Lessons changed: Leo",
  },
  {
    change: "Another teacher of a group course",
    act: (world) =>
      changeCourseTimes(world.ctx, { ...times(world, "group", "10:00"), teacherId: world.ben.id }),
    told: ["Alice 1+1", "Ben 1+1", ...FAMILY],
    title: "10 lessons with a new teacher: Mia",
  },
  {
    change: "Another room of a band",
    act: (world) =>
      changeCourseTimes(world.ctx, { ...times(world, "band", "11:00"), roomId: world.hall.id }),
    told: ["Ada 1+1", "Alice 1+1", ...FAMILY],
    title: "10 lessons in another room: Leo",
  },
  {
    change: "Another teacher of an individual course",
    act: (world) =>
      changeCourseTimes(world.ctx, {
        ...times(world, "individual", "13:00"),
        teacherId: world.ben.id,
      }),
    told: ["Alice 1+1", "Ben 1+1", ...FAMILY],
  },
  {
    change: "Another room of a workshop",
    act: (world) =>
      changeCourseTimes(world.ctx, { ...times(world, "workshop", "09:00"), roomId: world.hall.id }),
    told: ["Alice 1+1", ...FAMILY],
    title: "New room: Leo, ONE_OFF course at 09:00, Mon 2 Nov, 9:00 am",
  },
  {
    change: "Another teacher of a hybrid course",
    before: (world) => plan(world, "GGGIGGGIGI"),
    act: (world) =>
      changeCourseTimes(world.ctx, { ...times(world, "hybrid", "16:00"), teacherId: world.ben.id }),
    told: ["Alice 1+1", "Ben 1+1", ...FAMILY],
    title: "7 lessons with a new teacher: Leo",
  },
  {
    change: "Another time of a course without students",
    act: (world) => changeCourseTimes(world.ctx, times(world, "empty", "20:00")),
    told: ["Alice 1+1"],
    title: "10 lessons moved: GROUP course at 19:00",
  },
  {
    change: "The same times once more",
    act: (world) => changeCourseTimes(world.ctx, times(world, "group", "10:00")),
    told: [],
  },
  {
    change: "A course without students that is archived",
    act: (world) => archive(world, true),
    told: ["Alice 1+1"],
    title: "10 lessons cancelled: GROUP course at 19:00",
  },
  {
    change: "A course that is put back",
    before: (world) => archive(world, true),
    act: (world) => archive(world, false),
    told: ["Alice 1+1"],
    title: "10 lessons are back on: GROUP course at 19:00",
  },
  {
    change: "A student who leaves a group course",
    act: leaves("group"),
    told: ["Alice 1+1", ...FAMILY],
    title: "8 lessons, no longer enrolled: Mia",
  },
  { change: "A student who leaves a band", act: leaves("band"), told: ["Alice 1+1", ...FAMILY] },
  {
    change: "A student who leaves an individual course",
    act: leaves("individual"),
    told: ["Alice 1+1", ...FAMILY],
  },
  {
    change: "A student who leaves a workshop",
    act: leaves("workshop"),
    told: ["Alice 1+1", ...FAMILY],
  },
  {
    change: "A student who leaves a hybrid course",
    before: (world) => plan(world, "GGGIGGGIGI"),
    act: leaves("hybrid"),
    told: ["Alice 1+1", ...FAMILY],
    title: "5 lessons, no longer enrolled: Leo",
  },
  {
    change: "A room with another name",
    act: ({ ctx, studio }) =>
      updateRoom(ctx, {
        ...{ roomId: studio.id, name: "Red room", capacity: 9, instruments: [] },
        basedOn: AS_IT_STANDS,
      }),
    told: [],
  },
  { change: "A new course with new students", act: async () => undefined, told: [] },
];

describe("a change of the schedule is told once to each person whose lessons it changes", () => {
  it.each(CASES)("$change", async ({ before, act, told, title }) => {
    const world = await aLessonWorld();
    if (before !== undefined) {
      await before(world);
      await forget(world);
    }
    await act(world);
    await tell(world);
    await tell(world);
    expect(await toldTo(world)).toEqual(told);
    if (title === undefined) return;
    const reader = told.includes("Priya 1+1") ? "Priya" : "Alice";
    expect((await noticeOf(world, reader)).map((notice) => notice.title)).toEqual([title]);
  });

  it("What would take lessons from people unseen is refused: a teacher and a room in use stay", async () => {
    const { ctx, alice, studio } = await aLessonWorld();
    const still = { archived: true };
    await expect(archiveTeacher(ctx, { ...still, teacherId: alice.id })).rejects.toMatchObject({
      code: "still-teaching",
    });
    await expect(archiveRoom(ctx, { ...still, roomId: studio.id })).rejects.toMatchObject({
      code: "room-in-use",
    });
  });
});
