import { describe, expect, it } from "vitest";
import { addClosure } from "@/lib/booking/changes/add-closure";
import { archiveCourse } from "@/lib/booking/changes/archive-course";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { changeWeekPlan } from "@/lib/booking/changes/change-week-plan";
import { endEnrolment } from "@/lib/booking/changes/end-enrolment";
import { getClosurePreview } from "@/lib/booking/changes/get-closure-preview";
import { getClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import { getCourseArchive } from "@/lib/booking/changes/get-course-archive";
import { getWeekPlanPreview } from "@/lib/booking/changes/get-week-plan-preview";
import { removeClosure } from "@/lib/booking/changes/remove-closure";
import { inSchool } from "@/lib/db/in-school";
import { AS_IT_STANDS } from "@/lib/values/shown-record";
import type { OutboxEventId } from "@/lib/ids";
import { archiveRoom } from "@/lib/scheduling/archive-room";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import { updateRoom } from "@/lib/scheduling/update-room";
import type { Instant } from "@/lib/time/instant";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, FULL_DAY, type LessonWorld } from "@/lib/testing/lesson-world";
import { systemContextOf } from "@/lib/testing/people-factory";
import { planOf } from "@/lib/testing/piano-foundation";
import { at } from "@/lib/testing/school-factory";
import { oweTelling } from "../owe-telling";
import { tellLessonsChanged } from "./tell-lessons-changed";

type ClosedOn = { startsOn: string; endsOn?: string };

async function close({ ctx }: LessonWorld, { startsOn, endsOn = startsOn }: ClosedOn) {
  const closure = { name: "Staff day", startsOn: asDay(startsOn), endsOn: asDay(endsOn) };
  const { confirmation } = await getClosurePreview(ctx, closure);
  return addClosure(ctx, { ...closure, confirmed: confirmation });
}

async function reopen({ ctx }: LessonWorld, closureId: Awaited<ReturnType<typeof addClosure>>) {
  const { confirmation } = await getClosureRemoval(ctx, closureId);
  await removeClosure(ctx, { closureId, confirmed: confirmation });
}

async function plan({ ctx, courses }: LessonWorld, letters: string) {
  const change = { courseId: courses.hybrid.id, plan: planOf(letters), basedOn: AS_IT_STANDS };
  const { confirmation } = await getWeekPlanPreview(ctx, change);
  await changeWeekPlan(ctx, { ...change, confirmed: confirmation });
}

/** Leo's 1-on-1 lesson of week 4, on the Monday at 5:00 pm. */
async function bookLeo(world: LessonWorld): Promise<TestBooking> {
  const { school, courses, people, term, alice, studio } = world;
  await plan(world, "GGGIGGGIGI");
  const course = {
    ...{ id: courses.hybrid.id, kind: "HYBRID" as const, name: "", school, term },
    ...{ teacher: alice, room: studio, weekday: 1 as const, startTime: "16:00" },
    ...{ lessonMinutes: 45, plan: [], lessons: [] },
  };
  const [enrolment] = courses.hybrid.enrolments;
  if (enrolment === undefined) throw new Error("Leo is not enrolled");
  const startsAt = at(school, "2026-11-02 17:00");
  return aBooking({ id: enrolment, course, student: people.leo }, { week: 4, startsAt });
}

/** What changes so far is told and forgotten. */
async function forget({ school }: LessonWorld): Promise<void> {
  await superuserQuery("DELETE FROM lesson_change WHERE school_id = $1", [school.id]);
  await superuserQuery("DELETE FROM outbox_event WHERE school_id = $1", [school.id]);
}

type Happened = { id: OutboxEventId; data: { actorId: string | null } };

/** Owes whatever the changes so far have to tell, as the job does. */
async function tell({ school }: LessonWorld, now?: Instant): Promise<void> {
  const { rows } = await superuserQuery(
    `SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = 'scheduling/lessons.changed'
      ORDER BY occurred_at, id`,
    [school.id],
  );
  const ctx = systemContextOf(school, now === undefined ? {} : { now });
  for (const event of rows) await oweTelling(ctx, tellLessonsChanged, event as Happened);
}

/** "Priya 1+1": how many messages in the app, and how many mails, by given name. */
async function toldTo({ school }: LessonWorld): Promise<string[]> {
  const { rows } = await superuserQuery(
    `SELECT p.given_name || ' ' ||
        (SELECT count(*) FROM notice n WHERE n.school_id = p.school_id AND n.person_id = p.id) || '+' ||
        (SELECT count(*) FROM delivery d WHERE d.school_id = p.school_id AND d.recipient_id = p.id) AS told
       FROM person p WHERE p.school_id = $1 AND EXISTS (
         SELECT 1 FROM notice n WHERE n.school_id = p.school_id AND n.person_id = p.id)
      ORDER BY 1`,
    [school.id],
  );
  return rows.map(({ told }) => String(told));
}

/** The message of a person in the app. */
async function noticeOf({ school }: LessonWorld, givenName: string) {
  const { rows } = await superuserQuery(
    `SELECT n.title, n.body, n.path FROM notice n JOIN person p ON p.id = n.person_id
      WHERE n.school_id = $1 AND p.given_name = $2 ORDER BY n.created_at, n.id`,
    [school.id, givenName],
  );
  return rows;
}

describe("a day that is closed late", () => {
  it("is told once to everybody with lessons on it, of whatever kind, however often the job runs", async () => {
    const world = await aLessonWorld();
    await bookLeo(world);
    await forget(world);
    await close(world, { startsOn: FULL_DAY });
    await tell(world);
    await tell(world);
    expect(await toldTo(world)).toEqual(["Ada 1+1", "Alice 1+1", "Priya 1+1", "Sam 1+1"]);
    const [family] = await noticeOf(world, "Priya");
    expect(family?.title).toBe("5 lessons cancelled: Mia and Leo");
    expect(family?.body).toContain("Mon 2 Nov, 10:00 am: Cancelled: Staff day");
    expect(family?.body).toContain("and 1 more");
    const [teacher] = await noticeOf(world, "Alice");
    expect(teacher).toMatchObject({ path: "teach?date=2026-11-02" });
    expect(String(teacher?.title)).toMatch(/^6 lessons cancelled: /);
    const [adult] = await noticeOf(world, "Ada");
    expect(adult).toMatchObject({
      title: "Cancelled: Ada, BAND course at 11:00, Mon 2 Nov, 11:00 am",
      path: "student",
    });
  });

  it("is told as it is when it is told: nobody once it is open again, nobody once it is over", async () => {
    const world = await aLessonWorld();
    const closure = await close(world, { startsOn: FULL_DAY });
    await reopen(world, closure);
    await tell(world, at(world.school, "2026-11-02 21:00"));
    expect(await toldTo(world)).toEqual([]);
    await tell(world);
    const [family] = await noticeOf(world, "Priya");
    expect(await toldTo(world)).toEqual(["Ada 1+1", "Alice 1+1", "Priya 1+1", "Sam 1+1"]);
    expect(family?.title).toBe("4 lessons are back on: Mia and Leo");
  });
});

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
      await reopen(world, String(rows[0]?.id) as Awaited<ReturnType<typeof addClosure>>);
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
    title: "7 new lessons: Leo",
  },
  {
    change: "A group week that becomes an individual one",
    before: (world) => plan(world, "GGGIGGGIGI"),
    act: (world) => plan(world, "GGGIIGGIGI"),
    told: ["Alice 1+1", ...FAMILY],
    title: "Cancelled: Leo, HYBRID course at 16:00, Mon 9 Nov, 4:00 pm",
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

describe("no lesson changes untold", () => {
  it.each([
    ["a cancelled lesson", "UPDATE lesson SET cancelled_at = now(), cancel_reason = 'SCHOOL'"],
    ["another time", "UPDATE lesson SET ends_at = ends_at + interval '5 minutes'"],
    ["somebody who leaves", "DELETE FROM reservation"],
  ])("%s is refused outside of a change of the schedule", async (_what, sql) => {
    const { ctx, school } = await aLessonWorld();
    const write = inSchool(ctx, (db) =>
      db.$executeRawUnsafe(`${sql} WHERE school_id = '${school.id}'`),
    );
    await expect(write).rejects.toThrow(/begin_schedule_change/);
  });
});
