import type { SchoolContext } from "@/lib/school-context";
import { appPool, systemPool } from "./pools";
import { withRetries } from "./retry";

/**
 * The SQL functions of the hot use cases (prisma/migrations): one round trip, one transaction each.
 * Those of a school take the school first and set it themselves.
 */
type SchoolFunction =
  | "booking_facts_in_school"
  | "booking_facts_of_many"
  | "slots_version"
  | "book_lessons"
  | "move_booking"
  | "cancel_booking";
type SystemFunction =
  "user_of_session" | "member_of_session" | "member_of_token" | "member_of_feed" | "take_mail_turn";

/** Calls a school's function as the app's role; the school is the context's, always. */
export async function callInSchool(
  ctx: SchoolContext,
  name: SchoolFunction,
  args: readonly unknown[],
): Promise<unknown> {
  return call(appPool, name, [ctx.schoolId, ...args]);
}

/** Calls a function as the system role, for what has no school yet. */
export async function callAsSystem(
  name: SystemFunction,
  args: readonly unknown[],
): Promise<unknown> {
  return call(systemPool, name, args);
}

async function call(
  pool: typeof appPool,
  name: SchoolFunction | SystemFunction,
  args: readonly unknown[],
): Promise<unknown> {
  const places = args.map((_, index) => `$${index + 1}`).join(", ");
  const text = `SELECT ${name}(${places}) AS result`;
  const { rows } = await withRetries(() =>
    pool.query<{ result: unknown }>({ name, text, values: [...args] }),
  );
  return rows[0]?.result ?? null;
}
