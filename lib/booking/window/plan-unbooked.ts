import { inSchool, type Db } from "@/lib/db/in-school";
import type { EnrolmentId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingFacts } from "../booking-facts";
import { owedWeekStatus } from "../entitlement";
import { getManyBookingFacts } from "../get-booking-facts";
import { bookingWindow, windowFactsOf } from "./booking-window";
import { allocateUnbooked, type Allocation } from "./unbooked-policy";

/** The enrolments whose window has closed since the policy was last carried out, and what each owed week is given. */
export type UnbookedPlan = { enrolmentIds: EnrolmentId[]; allocations: Allocation[] };

/**
 * What a school whose policy is NEAREST gives for the weeks that were not booked when the window
 * closed. Decides only: booking and settling are the caller's, and what stops half-way is planned
 * again. Whoever joined after the window closed is the admin's.
 */
export async function planUnbooked(ctx: SchoolContext): Promise<UnbookedPlan> {
  const due = await inSchool(ctx, (db) => findDue(db, ctx));
  const ids = due.map(({ id }) => id);
  const bare = await getManyBookingFacts(
    ctx,
    wantedOf(ids, () => []),
  );
  const weeks = (id: EnrolmentId) => weeksToBook(bare.get(id), ctx.now);
  const owing = due.filter(({ id }) => weeks(id).length > 0);
  const facts = await getManyBookingFacts(
    ctx,
    wantedOf(
      owing.map(({ id }) => id),
      weeks,
    ),
  );
  const unbooked = owing.flatMap(({ id, enrolledAt }) => {
    const found = facts.get(id);
    return found === undefined ? [] : weeks(id).map((week) => ({ facts: found, week, enrolledAt }));
  });
  return { enrolmentIds: ids, allocations: allocateUnbooked(unbooked, ctx.now) };
}

type Due = { id: EnrolmentId; enrolledAt: Instant };

async function findDue(db: Db, ctx: SchoolContext): Promise<Due[]> {
  const school = await db.school.findFirstOrThrow({ select: { unbookedPolicy: true } });
  if (school.unbookedPolicy !== "NEAREST") return [];
  const rows = await db.enrolment.findMany({
    where: { course: { kind: "HYBRID", archivedAt: null, windowClosesAt: { not: null } } },
    select: {
      id: true,
      createdAt: true,
      bookUntil: true,
      unbookedSettledAt: true,
      course: { select: { windowOpensAt: true, windowClosesAt: true } },
    },
  });
  return rows.flatMap(({ id, createdAt, unbookedSettledAt, ...row }): Due[] => {
    const window = bookingWindow(windowFactsOf(row.course, row.bookUntil), ctx.now);
    if (window.state !== "closed") return [];
    const enrolledAt = instantFromDate(createdAt);
    const isSettled =
      unbookedSettledAt !== null && instantFromDate(unbookedSettledAt) >= window.closedAt;
    return isSettled || enrolledAt >= window.closedAt
      ? []
      : [{ id: id as EnrolmentId, enrolledAt }];
  });
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
