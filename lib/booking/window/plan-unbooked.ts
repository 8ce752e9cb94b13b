import { inSchool, type Db } from "@/lib/db/in-school";
import type { EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingFacts } from "../booking-facts";
import { owedWeekStatus } from "../entitlement";
import { getManyBookingFacts } from "../get-booking-facts";
import { allocateUnbooked, type Allocation } from "./unbooked-policy";

/** An enrolment whose window has closed since the policy was last carried out. */
export type DueEnrolment = {
  id: EnrolmentId;
  enrolledAt: Instant;
  closedAt: Instant;
  settledAt: Instant | null;
  /** The owed weeks ahead that nobody has booked. */
  weeks: number[];
};

/** What is due, and what each owed week is given: nothing where the school leaves them unbooked. */
export type UnbookedPlan = { due: DueEnrolment[]; allocations: Allocation[] };

/**
 * What the school's policy gives for the weeks that were not booked when the window closed. Decides
 * only: booking and settling are the caller's, and what stops half-way is planned again. Whoever
 * joined after the window closed is the admin's.
 */
export async function planUnbooked(ctx: SchoolContext): Promise<UnbookedPlan> {
  const { policy, rows } = await inSchool(ctx, async (db) => ({
    policy: (await db.school.findFirstOrThrow({ select: { unbookedPolicy: true } })).unbookedPolicy,
    rows: await findDue(db, ctx),
  }));
  const ids = rows.map(({ id }) => id);
  const bare = await getManyBookingFacts(
    ctx,
    wantedOf(ids, () => []),
  );
  const due = rows.map((row) => ({ ...row, weeks: weeksToBook(bare.get(row.id), ctx.now) }));
  if (policy === "LEAVE") return { due, allocations: [] };
  const owing = due.filter(({ weeks }) => weeks.length > 0);
  const weeksOf = new Map(owing.map(({ id, weeks }) => [id, weeks]));
  const facts = await getManyBookingFacts(
    ctx,
    wantedOf([...weeksOf.keys()], (id) => weeksOf.get(id) ?? []),
  );
  const unbooked = owing.flatMap(({ id, enrolledAt, weeks }) => {
    const found = facts.get(id);
    return found === undefined ? [] : weeks.map((week) => ({ facts: found, week, enrolledAt }));
  });
  return { due, allocations: allocateUnbooked(unbooked, ctx.now) };
}

type DueRow = { id: EnrolmentId; enrolledAt: Date; closedAt: Date; settledAt: Date | null };

async function findDue(db: Db, ctx: SchoolContext): Promise<Omit<DueEnrolment, "weeks">[]> {
  const rows = await db.$queryRaw<DueRow[]>`
    SELECT d.* FROM (
      SELECT e.id, e.created_at AS "enrolledAt", e.unbooked_settled_at AS "settledAt",
             GREATEST(c.window_closes_at, e.book_until) AS "closedAt"
        FROM enrolment e JOIN course c ON c.school_id = e.school_id AND c.id = e.course_id
       WHERE e.school_id = ${ctx.schoolId}::uuid AND c.kind = 'HYBRID' AND c.archived_at IS NULL
         AND c.window_opens_at IS NOT NULL AND c.window_closes_at IS NOT NULL) AS d
     WHERE d."closedAt" <= ${dateFromInstant(ctx.now)} AND d."enrolledAt" < d."closedAt"
       AND (d."settledAt" IS NULL OR d."settledAt" < d."closedAt")`;
  return rows.map(({ id, enrolledAt, closedAt, settledAt }) => ({
    id,
    enrolledAt: instantFromDate(enrolledAt),
    closedAt: instantFromDate(closedAt),
    settledAt: settledAt && instantFromDate(settledAt),
  }));
}

function wantedOf(ids: readonly EnrolmentId[], weeks: (id: EnrolmentId) => number[]) {
  return ids.map((enrolmentId) => ({ enrolmentId, weeks: weeks(enrolmentId) }));
}

function weeksToBook(facts: BookingFacts | undefined, now: Instant): number[] {
  if (facts === undefined) return [];
  return owedWeekStatus(facts, now)
    .filter(({ status }) => status === "to-book")
    .map(({ planned }) => planned.week);
}
