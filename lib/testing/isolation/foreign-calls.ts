import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { NotFound, Refusal } from "@/lib/refusal";
import { newId, type PersonId, type SchoolId } from "@/lib/ids";
import type { SchoolContext, SchoolFacts } from "@/lib/school-context";
import { contextOf, systemContextOf, type TestMember } from "../people-factory";
import type { FullSchool, SchoolIds } from "./full-school";
import type { SchoolCall } from "./school-call";

export type Answer = { refused: string } | { value: unknown };

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Not found, refused, or stopped by the database (no such row, a foreign key); anything else is a failure of the call. */
export async function answerOf(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof NotFound) return { refused: "not-found" };
    if (error instanceof Refusal) return { refused: error.code };
    if (brokenRuleOf(error)?.sqlState === "23503") return { refused: "foreign-key" };
    if (error instanceof Error && "code" in error && error.code === "P2025") {
      return { refused: "no-such-row" };
    }
    throw error;
  }
}

/** Nothing that anybody could learn from: null, no rows, zero, an object of such. */
export function isNothing(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return Object.values(value).every(isNothing);
  return !value;
}

/** What an answer gives away of others: their mark, or an id of theirs that was not in the question. */
export function leakOf(
  value: unknown,
  others: { mark: string; rows: string; asked: readonly string[] },
): string[] {
  const text = JSON.stringify(value, readable) ?? "";
  const foreign = new Set(others.rows.match(UUIDS) ?? []);
  for (const id of others.asked) foreign.delete(id);
  const ids = (text.match(UUIDS) ?? []).filter((id) => foreign.has(id));
  return text.includes(others.mark) ? [...ids, others.mark] : ids;
}

function readable(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return Array.from<unknown>(value);
  return value;
}

/** Which ids a call asks for, seen by asking in a school that does not exist. */
export function namesAsked(call: SchoolCall): ReadonlySet<keyof SchoolIds> {
  const asked = new Set<keyof SchoolIds>();
  const ids = new Proxy({} as SchoolIds, {
    get: (_target, name: keyof SchoolIds) => {
      asked.add(name);
      const id: string = newId();
      return id;
    },
  });
  const facts = { id: newId<SchoolId>(), slug: "nowhere" };
  const nowhere = systemContextOf({ ...facts, facts: { ...facts } as SchoolFacts });
  call.run(nowhere, ids).catch(() => undefined);
  return asked;
}

/** Own ids with all of the asked ones foreign, and with each alone. */
export function mixes(
  own: SchoolIds,
  foreign: Partial<SchoolIds>,
  asked: ReadonlySet<keyof SchoolIds>,
): { what: string; ids: SchoolIds; all: boolean }[] {
  const names = [...asked].filter((name) => name in foreign);
  if (names.length === 0) return [];
  const pick = (chosen: readonly string[]) => ({
    what: chosen.join(" and "),
    all: chosen.length === asked.size,
    ids: { ...own, ...Object.fromEntries(chosen.map((name) => [name, idOf(foreign, name)])) },
  });
  return names.length === 1 ? [pick(names)] : [pick(names), ...names.map((name) => pick([name]))];
}

function idOf(ids: Partial<SchoolIds>, name: string): string | undefined {
  return ids[name as keyof SchoolIds];
}

/** Everybody of the school who could make the call, the program itself included. */
export function actorsOf(full: FullSchool): { who: string; ctx: SchoolContext }[] {
  const { school, admin, teacher, guardian } = full;
  return [
    { who: "an admin", ctx: contextOf(school, admin) },
    { who: "a teacher", ctx: contextOf(school, teacher) },
    { who: "a guardian", ctx: contextOf(school, guardian) },
    { who: "a student", ctx: contextOf(school, studentOf(full)) },
    { who: "a job", ctx: systemContextOf(school) },
  ];
}

/** The one for whom the call is made. */
export function rightfulContext(full: FullSchool, actor: SchoolCall["actor"]): SchoolContext {
  const { school } = full;
  if (actor === "system") return systemContextOf(school);
  if (actor === "student") return contextOf(school, studentOf(full));
  return contextOf(school, full[actor]);
}

function studentOf({ guardian, ids, mark }: FullSchool): TestMember {
  const personId = ids.studentId as string as PersonId;
  return { ...guardian, personId, givenName: `${mark} Mia`, roles: ["STUDENT"] };
}
