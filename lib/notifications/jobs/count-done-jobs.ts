import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";

/** More are not counted: nobody needs the number. */
const MOST = 1_000;

/** How many jobs of the school are done, up to a thousand. */
export async function countDoneJobs(ctx: SchoolContext): Promise<number> {
  return inSchool(ctx, (db) => db.jobRun.count({ where: { state: "DONE" }, take: MOST }));
}
