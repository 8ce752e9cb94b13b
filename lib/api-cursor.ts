import type { z } from "zod";
import { ApiProblem } from "./api-problem";

/** Where the next page begins: opaque to callers, checked when it comes back. */
export function encodeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place in a cursor, or null without one. Throws `bad-cursor`. */
export function decodeCursor<Place extends z.ZodType>(
  shape: Place,
  cursor: string | undefined,
): z.output<Place> | null {
  if (cursor === undefined) return null;
  const parsed = shape.safeParse(placeIn(cursor));
  if (!parsed.success) throw new ApiProblem("bad-cursor");
  return parsed.data;
}

function placeIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown;
  } catch {
    throw new ApiProblem("bad-cursor");
  }
}

export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** One page of `rows`, which were read one beyond `limit` to see whether there is more. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  placeOf: (item: Item) => unknown,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(placeOf(last)) : null };
}
