import { inSchool, type Db } from "@/lib/db/in-school";
import { owe } from "@/lib/events/record";
import type { SchoolContext } from "@/lib/school-context";
import {
  dateFromInstant,
  instantFromDate,
  isoFromInstant,
  plusHours,
  type Instant,
} from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { stillToBook } from "../desk/desk-course";
import { loadDeskCourses } from "../desk/load-desk-courses";
import { windowClosing } from "../events";
import { dueMark, MARK_HOURS } from "./deadline-marks";

type Closing = { enrolmentId: string; courseId: string; opensAt: Date; closesAt: Date };
type Marked = Closing & { hours: number };

/**
 * Owes "not booked yet" to the families that still have a week to book, 72 and 24 hours before their
 * window closes: each mark once for each deadline, by however many this runs; of marks that were
 * missed the last counts. Returns how many enrolments are reminded.
 */
export async function remindDeadlines(ctx: SchoolContext): Promise<number> {
  return inSchool(ctx, async (db) => {
    const reached = await claimMarks(db, ctx, await findClosing(db, ctx));
    const groups = Map.groupBy(reached, (one) => `${one.courseId} ${one.hours} ${+one.closesAt}`);
    let reminded = 0;
    for (const group of groups.values()) reminded += await oweReminder(db, ctx, group);
    return reminded;
  });
}

async function findClosing(db: Db, ctx: SchoolContext): Promise<Closing[]> {
  const now = dateFromInstant(ctx.now);
  const horizon = dateFromInstant(plusHours(ctx.now, Math.max(...MARK_HOURS)));
  return db.$queryRaw<Closing[]>`
    SELECT e.id AS "enrolmentId", c.id AS "courseId", c.window_opens_at AS "opensAt",
           GREATEST(c.window_closes_at, e.book_until) AS "closesAt"
      FROM enrolment e JOIN course c ON c.school_id = e.school_id AND c.id = e.course_id
     WHERE e.school_id = ${ctx.schoolId}::uuid AND c.kind = 'HYBRID' AND c.archived_at IS NULL
       AND c.window_opens_at <= ${now} AND c.window_closes_at IS NOT NULL
       AND GREATEST(c.window_closes_at, e.book_until) > ${now}
       AND GREATEST(c.window_closes_at, e.book_until) <= ${horizon}`;
}

/** The marks that have been reached and that nobody has dealt with yet; they are this caller's now. */
async function claimMarks(db: Db, ctx: SchoolContext, closing: readonly Closing[]) {
  const reached = closing.flatMap((one): Marked[] => {
    const hours = dueMark(
      { opensAt: instantFromDate(one.opensAt), closesAt: instantFromDate(one.closesAt) },
      ctx.now,
    );
    return hours === null ? [] : [{ ...one, hours }];
  });
  const claimed = await db.deadlineReminder.createManyAndReturn({
    data: reached.map(({ enrolmentId, closesAt, hours }) => ({
      ...{ enrolmentId, closesAt, hours },
      createdAt: dateFromInstant(ctx.now),
    })),
    skipDuplicates: true,
    select: { enrolmentId: true },
  });
  const mine = new Set(claimed.map(({ enrolmentId }) => enrolmentId));
  return reached.filter(({ enrolmentId }) => mine.has(enrolmentId));
}

async function oweReminder(db: Db, ctx: SchoolContext, group: readonly Marked[]): Promise<number> {
  const [first] = group;
  if (first === undefined) return 0;
  const { courseId, hours } = first;
  const closesAt: Instant = instantFromDate(first.closesAt);
  const [course] = await loadDeskCourses(db, ctx, { id: courseId });
  if (course === undefined) return 0;
  const owing = stillToBook(course, dayAt(ctx.now, ctx.school.timeZone)).map(({ id }) => id);
  const enrolmentIds = group
    .map(({ enrolmentId }) => enrolmentId)
    .filter((id) => owing.some((one) => one === id));
  if (enrolmentIds.length === 0) return 0;
  const data = { courseId, enrolmentIds, hours, closesAt: isoFromInstant(closesAt) };
  await owe(db, ctx, { event: windowClosing, data: [data] });
  return enrolmentIds.length;
}
