import { beforeEach, describe, expect, it } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import { appPool, systemPool } from "@/lib/db/pools";
import { asSystem } from "@/lib/db/system";
import { newId } from "@/lib/ids";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aSchool } from "@/lib/testing/school-factory";
import { openLog } from "./open-log";

const INSERT = `INSERT INTO "user" (id, email, password_hash, created_at)
  VALUES ($1, $2, 'hash-of-hunter2', now())`;

let text = "";
const log = openLog("trace", { write: (line) => (text += line) });

beforeEach(() => (text = ""));

async function errorOf(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("It was expected to fail.");
}

/** The error whole, also what only an inspection shows. */
function everythingOf(error: Error): string {
  const fields = Object.getOwnPropertyNames(error).map(
    (name) => Reflect.get(error, name) as unknown,
  );
  return JSON.stringify(fields);
}

describe("an error of the database in the log", () => {
  it("names the constraint and none of the values, whichever way the write came", async () => {
    const school = await aSchool();
    const admin = await anAdmin(school, { givenName: "Wilhelmina", familyName: "Quokkason" });
    const ctx = contextOf(school, admin);
    const person = { email: admin.email, id: newId(), passwordHash: "hash-of-hunter2" };
    const errors = {
      model: await errorOf(
        asSystem((db) => db.user.createMany({ data: [{ ...person, createdAt: new Date(0) }] })),
      ),
      raw: await errorOf(
        asSystem(
          (db) =>
            db.$executeRaw`INSERT INTO "user" (id, email, password_hash, created_at)
              VALUES (${newId()}::uuid, ${admin.email}, 'hash-of-hunter2', now())`,
        ),
      ),
      pool: await errorOf(systemPool.query(INSERT, [newId(), admin.email])),
      // Where no policy holds it back PostgreSQL quotes the row.
      superuser: await errorOf(superuserQuery(INSERT, [newId(), admin.email])),
    };
    expect(Object.values(errors).map(everythingOf).join()).toContain(admin.email);
    for (const error of Object.values(errors)) log.error({ err: error }, "failed");
    expect(text.match(/"sqlState":"23505"/g)).toHaveLength(4);
    expect(text).toContain('"constraint":"user_email_key"');
    expect(text).not.toMatch(/\w@\w|hunter2|Wilhelmina|Quokkason/);

    const wrong = await errorOf(
      inSchool(ctx, (db) =>
        db.room.findMany({ where: { name: "Quokkason", nothing: "Wilhelmina" } as never }),
      ),
    );
    expect(everythingOf(wrong)).toContain("Quokkason");
    const unread = await errorOf(appPool.query("SELECT $1::uuid", ["ada@lee.example"]));
    expect(everythingOf(unread)).toContain("ada@lee.example");
    text = "";
    for (const error of [wrong, unread]) log.error({ err: error }, "failed");
    expect(text).toContain('"sqlState":"22P02"');
    expect(text).not.toMatch(/\w@\w|Wilhelmina|Quokkason/);
  });
});
