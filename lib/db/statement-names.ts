import { createHash } from "node:crypto";

const WORTH_PREPARING = 3;
const MOST_KEPT = 500;

const names = new Map<string, string>();
let timesSeen = new Map<string, number>();

/**
 * A name for SQL that comes again and again: PostgreSQL then keeps its plan on each connection, and
 * planning costs more than running. What comes rarely (lists of every length) gets none: "".
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_KEPT) return known ?? "";
  if (timesSeen.size >= MOST_KEPT) timesSeen = new Map();
  const times = (timesSeen.get(sql) ?? 0) + 1;
  timesSeen.set(sql, times);
  if (times < WORTH_PREPARING) return "";
  const name = `q_${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
  names.set(sql, name);
  return name;
}
