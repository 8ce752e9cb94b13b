import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { findClosureLosses, type ClosureDays, type ClosureLosses } from "./find-closure-losses";

/** What `addClosure` would cancel now, by the same engine. */
export async function getClosurePreview(
  ctx: SchoolContext,
  closure: ClosureDays,
): Promise<ClosureLosses> {
  return inSchool(ctx, (db) => findClosureLosses(db, ctx, closure));
}
