import { inSchool } from "@/lib/db/in-school";
import type { ClosureId, CourseId } from "@/lib/ids";
import type { Clash } from "@/lib/scheduling/find-clashes";
import type { SchoolContext } from "@/lib/school-context";
import type { Day } from "@/lib/time/day";
import type { Interval } from "@/lib/time/interval";
import { findToBookAgain, type ToBookAgain } from "./find-closure-cancellations";
import { findClosureReturns } from "./find-closure-returns";

export type ClosureRemoval = {
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** The first day that is open again; null when the closure is over. */
  opensOn: Day | null;
  lessons: (Interval & { courseId: CourseId; courseName: string; students: number })[];
  blocked: Clash[];
  toBookAgain: ToBookAgain[];
  confirmation: string | null;
  /** Who is in what comes back. */
  concerned: { studentIds: string[]; teacherIds: string[] };
};

/** What `removeClosure` would do now, by the same engine. Throws `NotFound`. */
export async function getClosureRemoval(
  ctx: SchoolContext,
  closureId: ClosureId,
): Promise<ClosureRemoval> {
  return inSchool(ctx, async (db) => {
    const returns = await findClosureReturns(db, ctx, closureId);
    const { name, startsOn, endsOn } = returns.closure;
    return {
      ...{ name, startsOn, endsOn, opensOn: returns.opensOn },
      lessons: returns.returning.map(({ course, lesson }) => ({
        courseId: course.id,
        courseName: course.name,
        startsAt: lesson.startsAt,
        endsAt: lesson.endsAt,
        students: lesson.studentIds.length,
      })),
      blocked: returns.blocked,
      toBookAgain: await findToBookAgain(db, ctx, returns),
      confirmation: returns.confirmation,
      concerned: {
        studentIds: returns.returning.flatMap(({ lesson }) => lesson.studentIds),
        teacherIds: returns.returning.map(({ course }) => course.teacherId),
      },
    };
  });
}
