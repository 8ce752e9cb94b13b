import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { localRules } from "./lint-rules.mjs";

function complaints(rule: string, code: string, file = "lib/booking/book-lesson.tsx"): number {
  const found = new Linter().verify(
    code,
    {
      files: ["**/*.{ts,tsx}"],
      plugins: { local: localRules },
      linterOptions: { noInlineConfig: true },
      languageOptions: {
        parser: tseslint.parser,
        parserOptions: { ecmaFeatures: { jsx: true } },
      },
      rules: { [`local/${rule}`]: "error" },
    },
    file,
  );
  expect(found.filter((each) => each.fatal)).toEqual([]);
  return found.filter((each) => each.ruleId === `local/${rule}`).length;
}

const TABLE: readonly { rule: string; bad: readonly string[]; good: readonly string[] }[] = [
  {
    rule: "sql-names-school",
    bad: [
      "db.$queryRaw`SELECT id FROM room WHERE id = ${id}`",
      'client.query("UPDATE lesson SET week = 1")',
      'db.$queryRaw`SELECT 1 FROM "user" u JOIN membership m ON m.user_id = u.id`',
    ],
    good: [
      'db.$queryRaw`SELECT 1 FROM "user" WHERE id = ${id} FOR NO KEY UPDATE`',
      "db.$executeRaw`DELETE FROM user_session WHERE user_id = ${id}`",
      "db.$queryRaw`SELECT id FROM room WHERE school_id = ${ctx.schoolId}`",
      "db.$queryRaw`SELECT book_lessons(${ctx.schoolId})`",
    ],
  },
  {
    rule: "no-nested-writes",
    bad: [
      "db.lesson.create({ data: { id, room: { connect: { id: roomId } } } })",
      "db.course.update({ where: { id }, data: { weeks: { create: [{ week: 1 }] } } })",
      "db.course.createMany({ data: [{ id, weeks: { create: [] } }] })",
      "db.course.upsert({ where, create: { term: { connectOrCreate: {} } }, update: {} })",
    ],
    good: [
      "db.lesson.create({ data: { id, roomId } })",
      "db.booking.update({ where: { id }, data: { sequence: { increment: 1 } } })",
    ],
  },
  {
    rule: "no-disabling",
    bad: ["// eslint-disable-next-line no-var\nvar a;", "/* eslint-disable */"],
    good: ["// why this is so"],
  },
  {
    rule: "bounded-body",
    bad: ["await request.text()", "await req.formData()", "await request.clone().json()"],
    good: ["await readBody(request, 1000)", "await response.json()", "request.headers.get('a')"],
  },
  {
    rule: "no-unsafe-sql",
    bad: ["db.$queryRawUnsafe(sql)", "db.$executeRawUnsafe(sql)"],
    good: ["db.$queryRaw`SELECT 1`"],
  },
  {
    rule: "no-clock",
    bad: ["new Date()", "Date.now()", "Temporal.Now.instant()", "Date()"],
    good: ["new Date(0)", "ctx.now"],
  },
  {
    rule: "no-dates",
    bad: ["new Date(ms)", "Date.parse(text)", "Date.UTC(2026, 1)", "Temporal.PlainDate.from(x)"],
    good: ["dateFromInstant(ms)"],
  },
  {
    rule: "no-process-env",
    bad: ["process.env.DATABASE_URL", 'process.env["PORT"]', "const { PORT } = process.env"],
    good: ['process.env["NEXT_RUNTIME"] === "nodejs"', "env.DATABASE_URL"],
  },
  {
    rule: "no-default-export",
    bad: ["export default 1", "const a = 1; export { a as default }"],
    good: ["export const a = 1"],
  },
  {
    rule: "no-float-money",
    bad: ["parseFloat(text)", "Number.parseFloat(text)", "amount.toFixed(2)"],
    good: ["Number.parseInt(text, 10)"],
  },
  {
    rule: "no-empty-catch",
    bad: ["try { a() } catch {}", "try { a() } catch (error) { /* nothing */ }"],
    good: ["try { a() } catch { b() }"],
  },
  {
    rule: "no-catch-in-transaction",
    bad: [
      "inSchool(ctx, async (db) => { try { await a(db) } catch { b() } })",
      "asSystem(async (db) => a(db).catch(b))",
      "client.$transaction(async (db) => { try { await a(db) } catch { b() } })",
    ],
    good: [
      "async function f() { try { await inSchool(ctx, a) } catch { b() } }",
      "inSchool(ctx, async (db) => { try { await a(db) } finally { b() } })",
    ],
  },
  {
    rule: "no-network-in-transaction",
    bad: ["inSchool(ctx, async () => { await fetch(url) })", "inSchool(ctx, () => sendMail(m, k))"],
    good: ["fetch(url)"],
  },
  {
    rule: "no-error-text",
    bad: ["error.message", "e.stack"],
    good: ["error.digest", "state.text"],
  },
  {
    rule: "no-minting",
    bad: ['import { mintSchoolContext } from "@/lib/school-context"'],
    good: ['import type { SchoolContext } from "@/lib/school-context"'],
  },
  {
    rule: "no-double-assertion",
    bad: ["a as unknown as B", "a as any as B"],
    good: ["a as B"],
  },
  {
    rule: "no-told-by-address",
    bad: ["redirect(`${page}?done=created`)", 'redirect("/sign-in?next=x&message=signed-out")'],
    good: ["leadTo(page, { code, ids })", "redirect(`${page}?week=${week}`)"],
  },
  {
    rule: "no-raw-html",
    bad: ["<p dangerouslySetInnerHTML={{ __html: a }} />"],
    good: ["<p>{a}</p>"],
  },
  {
    rule: "no-focused-or-skipped-tests",
    bad: [
      "it.only('a', f)",
      "test.skip('a', f)",
      "describe.only('a', f)",
      "test.describe.only('a', f)",
      "it.todo('a')",
      "fit('a', f)",
    ],
    good: ["it('a', f)", "it.each(rows)('a', f)", "test.describe('a', f)"],
  },
  {
    rule: "no-raw-typed-text",
    bad: ["z.string().trim()", "z.string('x').trim().min(1)"],
    good: ["nameText(80)", "text.trim()", "z.string().min(1)"],
  },
  { rule: "no-mocks", bad: ["vi.mock('@/lib/db')", "vi.doMock('x')"], good: ["vi.fn()"] },
];

describe.each(TABLE)("the lint rule $rule", ({ rule, bad, good }) => {
  it.each(bad)("refuses %s", (code) => {
    expect(complaints(rule, code)).toBeGreaterThan(0);
  });
  it.each(good)("accepts %s", (code) => {
    expect(complaints(rule, code)).toBe(0);
  });
});

describe("file names", () => {
  it.each(["BookLesson.ts", "book_lesson.ts", "utils.ts", "index.ts", "types.ts", "service.ts"])(
    "may not be %s",
    (name) => {
      expect(complaints("file-name", "", `lib/booking/${name}`)).toBe(1);
    },
  );
  it.each(["book-lesson.ts", "booking.schema.ts", "book-lesson.integration.test.ts", "page.tsx"])(
    "may be %s",
    (name) => {
      expect(complaints("file-name", "", `lib/booking/${name}`)).toBe(0);
    },
  );
});

it("has every rule in this table", () => {
  const tested = [...TABLE.map((each) => each.rule), "file-name"];
  expect(Object.keys(localRules.rules ?? {}).sort()).toEqual(tested.sort());
});
