import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EnrolmentId, type PersonId, type SchoolId } from "@/lib/ids";
import { emptyDatabase, superuserQuery, useChangedCopy } from "@/lib/testing/database";
import { asInstant, plusMinutes, type Instant } from "@/lib/time/instant";

// A database of its own: other tests have schools in theirs.
await useChangedCopy("SELECT 1");
const { closePools } = await import("@/lib/db/pools");
const { systemContext } = await import("@/lib/auth/system-context");
const { listFamilyEnrolments } = await import("@/lib/booking/list-family-enrolments");
const { listSlots } = await import("@/lib/booking/slots/list-slots");
const { seedDemo } = await import("@/prisma/seed");
const { asGuardian } = await import("./seeding");

afterAll(closePools);

const COUNTED = ["location", "room", "teacher", "family", "student", "term", "course"];

function countOf(table: string): string {
  return `(SELECT count(*)::int FROM ${table} WHERE school_id = s.id) AS "${table} rows"`;
}

async function parentOf(slug: string, now: Instant) {
  const { rows } = await superuserQuery(
    `SELECT p.school_id, p.id FROM person p JOIN school s ON s.id = p.school_id
      WHERE s.slug = $1 AND p.email = 'parent@' || s.slug || '.example'`,
    [slug],
  );
  const schoolId = String(rows[0]?.school_id) as SchoolId;
  const ctx = await systemContext(schoolId, { now });
  return asGuardian(ctx, String(rows[0]?.id) as PersonId);
}

async function freeIn(ctx: Awaited<ReturnType<typeof parentOf>>, enrolmentId: EnrolmentId) {
  const [enrolment] = await listFamilyEnrolments(ctx, { enrolmentId });
  const toBook = enrolment?.weeks.filter(({ status }) => status === "to-book") ?? [];
  const weeks = toBook.map(({ week }) => listSlots(ctx, { enrolmentId, week }));
  return (await Promise.all(weeks)).map(({ slots }) => slots.length);
}

describe.each([
  ["the Sunday of October's clock change, before it", Date.UTC(2026, 9, 3, 15, 30)],
  ["New Year's Eve in Sydney, New Year in Auckland", Date.UTC(2026, 11, 31, 12, 30)],
  ["the Sunday of April's clock change, after it", Date.UTC(2027, 3, 4, 4)],
])("the demo schools made on %s", (_, moment) => {
  const now = asInstant(moment);

  beforeAll(async () => {
    await emptyDatabase();
    expect(await seedDemo(now)).toEqual(["musicnme", "kiwikeys"]);
  });

  it("are the school of the README and a small one across the sea", async () => {
    const { rows } = await superuserQuery(
      `SELECT s.slug, s.time_zone, s.currency, ${COUNTED.map(countOf).join(", ")},
        (SELECT count(DISTINCT kind)::int FROM course WHERE school_id = s.id) AS kinds
         FROM school s ORDER BY s.created_at DESC, s.slug DESC`,
    );
    expect(rows.find(({ slug }) => slug === "musicnme")).toMatchObject({
      time_zone: "Australia/Sydney",
      currency: "AUD",
      "location rows": 2,
      "room rows": 6,
      "teacher rows": 12,
      "family rows": 150,
      "student rows": 200,
      "term rows": 4,
      "course rows": 30,
      kinds: 5,
    });
    expect(rows.find(({ slug }) => slug === "kiwikeys")).toMatchObject({
      time_zone: "Pacific/Auckland",
      currency: "NZD",
    });
    expect(rows).toHaveLength(2);
  });

  it("have the accounts that are shown, each a member of its school", async () => {
    const { rows } = await superuserQuery(
      `SELECT u.email, m.roles::text FROM "user" u JOIN membership m ON m.user_id = u.id ORDER BY 1`,
    );
    expect(rows.map(({ email, roles }) => `${String(email)} ${String(roles)}`)).toEqual([
      "admin@kiwikeys.example {ADMIN}",
      "admin@musicnme.example {ADMIN}",
      "parent@kiwikeys.example {PARENT}",
      "parent@musicnme.example {PARENT}",
      "student@musicnme.example {STUDENT}",
      "teacher@musicnme.example {TEACHER}",
    ]);
  });

  it("give the demo parent one week booked and two to book, with the window open and free times", async () => {
    const ctx = await parentOf("musicnme", plusMinutes(now, 1));
    const enrolments = await listFamilyEnrolments(ctx);
    const piano = enrolments.find(({ weeks }) => weeks.some(({ status }) => status === "to-book"));
    if (!piano) throw new Error("nothing to book");
    expect(piano).toMatchObject({ courseName: "Piano Foundation 1", toBook: 2 });
    expect(piano.window.state).toBe("open");
    expect(piano.weeks.map(({ week, status }) => `${week} ${status}`)).toEqual([
      "4 booked",
      "8 to-book",
      "10 to-book",
    ]);
    const [first, second] = await freeIn(ctx, piano.id);
    expect([first, second].every((free) => (free ?? 0) > 0)).toBe(true);
    const { rows } = await superuserQuery(
      "SELECT count(*)::int AS n FROM student WHERE family_id = (SELECT family_id FROM guardian WHERE person_id = $1)",
      [ctx.actor.kind === "member" ? ctx.actor.personId : null],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it("give the small school's parent something to book too", async () => {
    const ctx = await parentOf("kiwikeys", plusMinutes(now, 1));
    const [enrolment] = await listFamilyEnrolments(ctx);
    if (!enrolment) throw new Error("no enrolment");
    expect(enrolment.window.state).toBe("open");
    const free = await freeIn(ctx, enrolment.id);
    expect(free.length).toBeGreaterThan(0);
    expect(free.every((slots) => slots > 0)).toBe(true);
  });
});
