import { beforeAll, describe, expect, it } from "vitest";
import { newId, type PersonId } from "@/lib/ids";
import { contextOf, anAdmin, aPerson } from "@/lib/testing/people-factory";
import { superuserQuery, useChangedCopy, WITHOUT_POLICIES } from "@/lib/testing/database";
import { aSchool, type TestSchool } from "@/lib/testing/school-factory";
import type { SchoolContext } from "@/lib/school-context";

await useChangedCopy(WITHOUT_POLICIES);
const { inSchool } = await import("./in-school");
const { appPool } = await import("./pools");

type World = { school: TestSchool; ctx: SchoolContext; personId: PersonId };

async function aWorld(): Promise<World> {
  const school = await aSchool();
  const ctx = contextOf(school, await anAdmin(school));
  const { personId } = await aPerson(school, { givenName: "Original" });
  return { school, ctx, personId };
}

async function nameOf(id: string): Promise<unknown> {
  const { rows } = await superuserQuery("SELECT given_name FROM person WHERE id = $1", [id]);
  return rows[0]?.given_name;
}

let mine: World;
let other: World;

beforeAll(async () => {
  [mine, other] = [await aWorld(), await aWorld()];
});

describe("the handle adds the school by itself, on a database without policies", () => {
  it("reads no row of another school, however it is asked for", async () => {
    const { personId: id, school } = other;
    const schoolId_id = { schoolId: school.id, id };
    const found = await inSchool(mine.ctx, async (db) => [
      await db.person.findUnique({ where: { schoolId_id } }),
      await db.person.findFirst({ where: { id } }),
      await db.person.findFirst({ where: { OR: [{ id }, { schoolId: school.id }] } }),
      ...(await db.person.findMany({ where: { id } })),
    ]);
    expect(found).toEqual([null, null, null]);
    const named = await inSchool(mine.ctx, (db) =>
      db.person.findMany({ where: { schoolId: school.id } }),
    );
    expect(new Set(named.map(({ schoolId }) => schoolId))).toEqual(new Set([mine.school.id]));
    const missing = (db: Parameters<Parameters<typeof inSchool>[1]>[0]) =>
      db.person.findUniqueOrThrow({ where: { schoolId_id } });
    await expect(inSchool(mine.ctx, missing)).rejects.toMatchObject({ code: "P2025" });
  });

  it("counts, sums and groups the own school's rows only", async () => {
    const lonely = await aWorld();
    const answer = await inSchool(lonely.ctx, async (db) => ({
      count: await db.person.count(),
      aggregate: (await db.person.aggregate({ _count: true }))._count,
      groups: await db.person.groupBy({ by: ["schoolId"], _count: true }),
    }));
    const groups = [{ schoolId: lonely.school.id, _count: 2 }];
    expect(answer).toEqual({ count: 2, aggregate: 2, groups });
  });

  it("writes the own school into every new row, whatever it is told", async () => {
    const [one, two, three] = [newId(), newId(), newId()];
    const names = { givenName: "New", familyName: "Person" };
    const foreign = { ...names, schoolId: other.school.id };
    await inSchool(mine.ctx, async (db) => {
      await db.person.create({ data: { id: one, ...foreign } });
      await db.person.createMany({ data: [{ id: two, ...foreign }] });
      await db.person.createManyAndReturn({ data: [{ id: three, ...foreign }] });
    });
    const sql = "SELECT DISTINCT school_id FROM person WHERE id = ANY($1)";
    const { rows } = await superuserQuery(sql, [[one, two, three]]);
    expect(rows).toEqual([{ school_id: mine.school.id }]);
  });

  it("changes and deletes no row of another school", async () => {
    const { personId: id, school } = other;
    const where = { schoolId_id: { schoolId: school.id, id } };
    const data = { givenName: "Taken" };
    const counts = await inSchool(mine.ctx, async (db) => [
      (await db.person.updateMany({ where: { id }, data })).count,
      (await db.person.updateManyAndReturn({ where: { id }, data })).length,
      (await db.person.deleteMany({ where: { id } })).count,
    ]);
    expect(counts).toEqual([0, 0, 0]);
    const notFound = { code: "P2025" };
    const update = inSchool(mine.ctx, (db) => db.person.update({ where, data }));
    await expect(update).rejects.toMatchObject(notFound);
    const remove = inSchool(mine.ctx, (db) => db.person.delete({ where }));
    await expect(remove).rejects.toMatchObject(notFound);
    expect(await nameOf(id)).toBe("Original");
  });

  it("upserts in the own school", async () => {
    const { personId: id, school } = other;
    const create = { id, givenName: "Mine", familyName: "Person" };
    await inSchool(mine.ctx, (db) =>
      db.person.upsert({
        where: { schoolId_id: { schoolId: school.id, id } },
        create,
        update: { givenName: "Taken" },
      }),
    );
    const { rows } = await superuserQuery(
      "SELECT school_id, given_name FROM person WHERE id = $1 ORDER BY given_name",
      [id],
    );
    expect(rows).toEqual([
      { school_id: mine.school.id, given_name: "Mine" },
      { school_id: school.id, given_name: "Original" },
    ]);
  });

  it("knows the school itself by its own id", async () => {
    const found = await inSchool(mine.ctx, (db) => db.school.findMany({ select: { id: true } }));
    expect(found).toEqual([{ id: mine.school.id }]);
  });
});

describe("nothing is left behind in the pool", () => {
  it("forgets the school with the end of the transaction, on every connection", async () => {
    const work = Array.from({ length: 30 }, (_, index) =>
      inSchool((index % 2 === 0 ? mine : other).ctx, (db) => db.person.count()),
    );
    await Promise.all(work);
    const clients = await Promise.all(
      Array.from({ length: appPool.options.max ?? 1 }, () => appPool.connect()),
    );
    const left = await Promise.all(
      clients.map(async (client) => {
        const { rows } = await client.query<{ school: string | null }>(
          "SELECT NULLIF(current_setting('app.school_id', true), '') AS school",
        );
        return rows[0]?.school ?? null;
      }),
    );
    for (const client of clients) client.release();
    expect(new Set(left)).toEqual(new Set([null]));
  });

  it("forgets it when the work fails, and keeps nothing of that work", async () => {
    const id = newId();
    const failing = inSchool(mine.ctx, async (db) => {
      await db.person.create({ data: { id, givenName: "Half", familyName: "Done" } });
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    expect(await nameOf(id)).toBeUndefined();
  });

  it("keeps two schools apart that work at the same moment", async () => {
    const [a, b] = await Promise.all(
      [mine, other].map(({ ctx }) =>
        inSchool(ctx, async (db) => {
          await db.$executeRaw`SELECT pg_sleep(0.05)`;
          return db.$queryRaw`SELECT current_setting('app.school_id', true) AS id`;
        }),
      ),
    );
    expect([a, b]).toEqual([[{ id: mine.school.id }], [{ id: other.school.id }]]);
  });
});
