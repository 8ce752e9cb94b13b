import { describe, expect, it } from "vitest";
import { newId, type UserId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse, type TestCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW } from "@/lib/testing/school-factory";
import { brokenRuleOf, sqlStateOf } from "./constraint-errors";
import { type Db, inSchool } from "./in-school";
import { appPool } from "./pools";
import { asSystem } from "./system";

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("It was expected to fail.");
}

/** The same statement the three ways that code reaches the database. */
async function threeWays(
  ctx: SchoolContext,
  ways: { model: (db: Db) => Promise<unknown>; sql: string },
) {
  const { schoolId } = ctx;
  return {
    model: await errorOf(inSchool(ctx, ways.model)),
    raw: await errorOf(inSchool(ctx, (db) => db.$executeRawUnsafe(ways.sql))),
    pool: await errorOf(
      appPool.query(`SELECT set_config('app.school_id', '${schoolId}', true); ${ways.sql}`),
    ),
  };
}

async function aWorld(): Promise<{ ctx: SchoolContext; course: TestCourse }> {
  const school = await aSchool();
  const ctx = contextOf(school, await anAdmin(school));
  return { ctx, course: await aGroupCourse(school) };
}

async function anotherLesson({ ctx, course }: Awaited<ReturnType<typeof aWorld>>) {
  const [first] = course.lessons;
  if (!first) throw new Error("The course has lessons.");
  const times = {
    startsAt: dateFromInstant(first.startsAt),
    endsAt: dateFromInstant(first.endsAt),
  };
  const places = { teacherId: course.teacher.id, roomId: course.room.id };
  const id = newId();
  const lesson = { id, courseId: course.id, kind: "GROUP" as const, ...times, ...places };
  await inSchool(ctx, (db) =>
    db.lesson.create({ data: { ...lesson, locationId: course.room.location.id } }),
  );
  return { lessonId: id, ...times };
}

describe("what PostgreSQL refuses is known by its rule, whichever way the write came", () => {
  it("an overlap of a teacher (23P01)", async () => {
    const world = await aWorld();
    const { lessonId, startsAt, endsAt } = await anotherLesson(world);
    const teacherId = world.course.teacher.id;
    const row = { lessonId, startsAt, endsAt, resourceId: teacherId, teacherId };
    const errors = await threeWays(world.ctx, {
      model: (db) => db.reservation.create({ data: row }),
      sql: `INSERT INTO reservation (school_id, lesson_id, starts_at, ends_at, resource_id, teacher_id)
        SELECT school_id, '${lessonId}', starts_at, ends_at, teacher_id, teacher_id FROM reservation
        WHERE school_id = '${world.ctx.schoolId}' AND teacher_id = '${teacherId}'
          AND starts_at = '${startsAt.toISOString()}'`,
    });
    const rule = { sqlState: "23P01", constraint: "reservation_no_overlap" };
    for (const error of Object.values(errors)) expect(brokenRuleOf(error)).toEqual(rule);
  });

  it("a name that is taken (23505)", async () => {
    const { ctx, course } = await aWorld();
    const { name } = course.room.location;
    const errors = await threeWays(ctx, {
      model: (db) => db.location.create({ data: { id: newId(), name } }),
      sql: `INSERT INTO location (school_id, id, name) VALUES ('${ctx.schoolId}', '${newId()}', '${name}')`,
    });
    for (const error of Object.values(errors)) {
      expect(brokenRuleOf(error)?.sqlState).toBe("23505");
    }
    for (const error of [errors.pool]) {
      expect(brokenRuleOf(error)?.constraint).toBe("location_school_id_name_key");
    }
  });

  it("a value outside its bounds (23514)", async () => {
    const { ctx, course } = await aWorld();
    const errors = await threeWays(ctx, {
      model: (db) => db.room.updateMany({ data: { capacity: 0 } }),
      sql: `UPDATE room SET capacity = 0 WHERE school_id = '${ctx.schoolId}' AND id = '${course.room.id}'`,
    });
    const rule = { sqlState: "23514", constraint: "room_capacity_positive" };
    for (const error of Object.values(errors)) expect(brokenRuleOf(error)).toEqual(rule);
  });

  it("a rule that a trigger holds (23514)", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school));
    await aHybridCourse(school);
    const errors = await threeWays(ctx, {
      model: (db) => db.school.updateMany({ data: { timeZone: "Pacific/Auckland" } }),
      sql: `UPDATE school SET time_zone = 'Pacific/Auckland' WHERE id = '${school.id}'`,
    });
    const rule = { sqlState: "23514", constraint: "school_zone_frozen" };
    for (const error of Object.values(errors)) expect(brokenRuleOf(error)).toEqual(rule);
  });

  it("a row that points to nothing (23503)", async () => {
    const { ctx } = await aWorld();
    const errors = await threeWays(ctx, {
      model: (db) => db.teacher.create({ data: { id: newId(), instruments: [] } }),
      sql: `INSERT INTO teacher (school_id, id, instruments) VALUES ('${ctx.schoolId}', '${newId()}', '{}')`,
    });
    for (const error of Object.values(errors)) {
      expect(brokenRuleOf(error)?.sqlState).toBe("23503");
    }
  });

  it("and nothing else is taken for a rule", async () => {
    const { ctx } = await aWorld();
    const wrongSql = await errorOf(inSchool(ctx, (db) => db.$executeRawUnsafe("SELECT nonsense")));
    expect(sqlStateOf(wrongSql)).toBe("42703");
    for (const error of [wrongSql, new Error("x"), null, "23505", { code: 23505 }]) {
      expect(brokenRuleOf(error)).toBeNull();
    }
  });
});

/** Both go on when both have come so far. */
function meetingPoint(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  let here = 0;
  return async () => {
    here += 1;
    if (here >= count) open();
    await all;
  };
}

describe("what PostgreSQL gives up for another is done again, whole", () => {
  it("two that wait for each other (40P01): both are done in the end", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school));
    const [one, two] = [await aFamily(school), await aFamily(school)];
    const meet = meetingPoint(2);
    let tries = 0;
    const rename = (first: string, second: string) =>
      inSchool(ctx, async (db) => {
        tries += 1;
        await db.family.updateMany({ where: { id: first }, data: { name: `by ${first}` } });
        await meet();
        await db.family.updateMany({ where: { id: second }, data: { name: `by ${first}` } });
      });
    await Promise.all([rename(one.id, two.id), rename(two.id, one.id)]);
    expect(tries).toBe(3);
    const names = await inSchool(ctx, (db) => db.family.groupBy({ by: ["name"] }));
    expect(names).toHaveLength(1);
  });

  it("one that read what another has changed since (40001): it reads again", async () => {
    const school = await aSchool();
    const { userId } = await anAdmin(school);
    const meet = meetingPoint(2);
    let tries = 0;
    const raise = (id: UserId) =>
      asSystem(async (db) => {
        tries += 1;
        await db.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
        const { sessionVersion } = await db.user.findUniqueOrThrow({ where: { id } });
        await meet();
        await db.user.update({ where: { id }, data: { sessionVersion: sessionVersion + 1 } });
      });
    await Promise.all([raise(userId), raise(userId)]);
    expect(tries).toBe(3);
    const user = await asSystem((db) => db.user.findUniqueOrThrow({ where: { id: userId } }));
    expect(user.sessionVersion).toBe(3);
  });

  it("five times at most, and never for anything else", async () => {
    const school = await aSchool();
    const ctx = contextOf(school, await anAdmin(school), { now: TEST_NOW });
    const failing = (sqlState: string) => {
      let tries = 0;
      const work = inSchool(ctx, (db) => {
        tries += 1;
        return db.$executeRawUnsafe(
          `DO $$ BEGIN RAISE EXCEPTION 'given up' USING ERRCODE = '${sqlState}'; END $$`,
        );
      });
      return errorOf(work).then((error) => ({ tries, state: sqlStateOf(error) }));
    };
    expect((await failing("40001")).tries).toBe(5);
    expect(await failing("23505")).toEqual({ tries: 1, state: "23505" });
  });
});
