import { z } from "zod";
import { parseId } from "./ids";
import { parseInstant } from "./time/instant";

type AnyId = NonNullable<ReturnType<typeof parseId>>;

/** An id in a path, query or body. */
export function idOf<T extends AnyId>() {
  return z.string().transform((text, context): T => {
    const id = parseId<T>(text);
    if (id !== null) return id;
    context.addIssue({ code: "custom", message: "must be an id" });
    return z.NEVER;
  });
}

/** A moment in ISO 8601 with an offset or Z. */
export const instantText = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  context.addIssue({
    code: "custom",
    message: "must be ISO 8601 with Z or an offset such as +11:00",
  });
  return z.NEVER;
});

/** Of a list: how many at most, and the cursor of the page before. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(500).optional(),
});

/** The path of the next page, null after the last: for the `next` of a list. */
export function nextPath(request: Request, nextCursor: string | null): string | null {
  if (nextCursor === null) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("after", nextCursor);
  return `${pathname}?${searchParams.toString()}`;
}
