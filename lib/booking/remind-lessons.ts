import { inSchool, type Db } from "@/lib/db/in-school";
import { owe } from "@/lib/events/record";
import type { SchoolContext } from "@/lib/school-context";
import { lessonUpcoming } from "@/lib/scheduling/events";
import { dateFromInstant, instantFromDate, isoFromInstant, plusHours } from "@/lib/time/instant";

/** How long before a lesson its families are reminded (product rule). */
export const REMINDER_HOURS = 24;

type DueLesson = { id: string; startsAt: Date };

/**
 * Owes the reminder of every lesson that begins within a day, once for each start of it, however
 * often and by however many this runs. Whoever booked or moved within that day has just been told.
 * Returns how many were owed.
 */
export async function remindLessons(ctx: SchoolContext): Promise<number> {
  return inSchool(ctx, async (db) => {
    const due = await claimDue(db, ctx);
    const justTold = await findJustTold(db, due);
    const data = due
      .filter(({ id }) => !justTold.has(id))
      .map(({ id, startsAt }) => ({
        lessonId: id,
        startsAt: isoFromInstant(instantFromDate(startsAt)),
      }));
    await owe(db, ctx, { event: lessonUpcoming, data });
    return data.length;
  });
}

async function claimDue(db: Db, ctx: SchoolContext): Promise<DueLesson[]> {
  const now = dateFromInstant(ctx.now);
  const until = dateFromInstant(plusHours(ctx.now, REMINDER_HOURS));
  return db.$queryRaw<DueLesson[]>`
    UPDATE lesson SET reminded_for = starts_at
     WHERE school_id = ${ctx.schoolId}::uuid AND cancelled_at IS NULL
       AND starts_at > ${now} AND starts_at <= ${until}
       AND reminded_for IS DISTINCT FROM starts_at
    RETURNING id, starts_at AS "startsAt"`;
}

/** The lessons that were booked or moved to their start within the last day before it. */
async function findJustTold(db: Db, lessons: readonly DueLesson[]): Promise<Set<string>> {
  const bookings = await db.booking.findMany({
    where: { lessonId: { in: lessons.map(({ id }) => id) } },
    select: {
      lessonId: true,
      bookedAt: true,
      moves: { orderBy: { movedAt: "desc" }, take: 1, select: { movedAt: true } },
    },
  });
  const toldAt = new Map(
    bookings.map(({ lessonId, bookedAt, moves }) => [lessonId, moves[0]?.movedAt ?? bookedAt]),
  );
  const just = lessons.filter(({ id, startsAt }) => {
    const told = toldAt.get(id);
    return told && instantFromDate(told) > plusHours(instantFromDate(startsAt), -REMINDER_HOURS);
  });
  return new Set(just.map(({ id }) => id));
}
