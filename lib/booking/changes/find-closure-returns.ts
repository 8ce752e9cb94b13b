import type { Db } from "@/lib/db/in-school";
import type { ClosureId, LocationId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { withoutClosure, type Closure } from "@/lib/scheduling/closures";
import { findClashes, type Clash } from "@/lib/scheduling/find-clashes";
import { fixedLessonsOf, type FixedLesson } from "@/lib/scheduling/fixed-lessons";
import { loadCourses, type LoadedCourse } from "@/lib/scheduling/load-course";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { dateFromInstant, instantFromDate } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { dayAt, instantAt } from "@/lib/time/zone";
import { confirmationOfFacts } from "./find-lost-lessons";
import { reopenedFrom } from "./reopened-days";

/** A fixed lesson that is held again. */
export type Returning = { course: LoadedCourse; lesson: FixedLesson };

/** What the removal of a closure does, before it is done. */
export type ClosureReturns = {
  closure: Closure & { id: ClosureId };
  /** The first day that is open again; null when the closure is over. */
  opensOn: Day | null;
  returning: Returning[];
  /** Lessons in the way: while there is one, the closure cannot go. */
  blocked: Clash[];
  /** What a confirmation has to name; null when no lesson comes back. */
  confirmation: string | null;
};

/** The one engine of the preview and of the removal. Throws `NotFound`. */
export async function findClosureReturns(
  db: Db,
  ctx: SchoolContext,
  closureId: ClosureId,
): Promise<ClosureReturns> {
  const closure = await findClosure(db, closureId);
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const from = closure.startsOn > today ? closure.startsOn : today;
  const nothing = { closure, opensOn: null, returning: [], blocked: [], confirmation: null };
  if (closure.endsOn < from) return nothing;
  const candidates = await findCandidates(db, ctx, { closure, from });
  const opensOn = reopenedFrom(
    from,
    candidates.map(({ lesson }) => lesson),
    ctx.now,
  );
  if (opensOn > closure.endsOn) return nothing;
  const returning = candidates.filter(({ lesson }) => lesson.day >= opensOn);
  const facts = returning.map(({ course, lesson }) => `${course.id} ${lesson.startsAt}`);
  return {
    closure,
    opensOn,
    returning,
    blocked: await findClashes(db, returning.map(wantedOf)),
    confirmation: confirmationOfFacts(facts),
  };
}

async function findClosure(db: Db, id: ClosureId): Promise<Closure & { id: ClosureId }> {
  const row = await db.closure.findFirst({ where: { id } });
  if (row === null) throw new NotFound();
  return {
    id,
    name: row.name,
    locationId: row.locationId as LocationId | null,
    startsOn: dayFromDate(row.startsOn),
    endsOn: dayFromDate(row.endsOn),
  };
}

type Opening = { closure: Closure; from: Day };

/** Fixed lessons of the closure's days that the courses would have without it and do not have. */
async function findCandidates(
  db: Db,
  ctx: SchoolContext,
  { closure, from }: Opening,
): Promise<Returning[]> {
  const days = { first: dateFromDay(from), last: dateFromDay(closure.endsOn) };
  const courses = await loadCourses(db, ctx, {
    archivedAt: null,
    ...(closure.locationId !== null && { locationId: closure.locationId }),
    OR: [
      { term: { startsOn: { lte: days.last }, endsOn: { gte: days.first } } },
      { heldOn: { gte: days.first, lte: days.last } },
    ],
  });
  const has = await findHeld(db, ctx, { closure, from });
  return courses
    .flatMap((course) =>
      fixedLessonsOf({
        ...course,
        closures: withoutClosure(course.closures, closure, null),
      }).map((lesson) => ({ course, lesson })),
    )
    .filter(({ lesson: { day } }) => from <= day && day <= closure.endsOn)
    .filter(({ course, lesson: { day } }) => !has.has(`${course.id} ${day}`))
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
}

/** "course day" of what is held all the same, or was cancelled by hand and stays so. */
async function findHeld(
  db: Db,
  ctx: SchoolContext,
  { closure, from }: Opening,
): Promise<ReadonlySet<string>> {
  const { timeZone } = ctx.school;
  const midnight = (day: Day) => dateFromInstant(instantAt(day, asWallTime("00:00"), timeZone));
  const rows = await db.lesson.findMany({
    where: {
      enrolmentId: null,
      startsAt: { gte: midnight(from), lt: midnight(addDays(closure.endsOn, 1)) },
      OR: [{ cancelledAt: null }, { cancelReason: "SCHOOL" }],
    },
    select: { courseId: true, startsAt: true },
  });
  return new Set(
    rows.map((row) => `${row.courseId} ${dayAt(instantFromDate(row.startsAt), timeZone)}`),
  );
}

function wantedOf({ course, lesson }: Returning) {
  const { startsAt, endsAt, studentIds } = lesson;
  return { startsAt, endsAt, resourceIds: [course.teacherId, course.roomId, ...studentIds] };
}
