import { inSchool, type BookingWhere, type Db } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import { reachOf } from "@/lib/people/reach";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { bookingWindow, windowFactsOf, type BookingWindow } from "./window/booking-window";
import { bookingView, findBookings, type BookingRow, type BookingView } from "./find-bookings";

const MOST_WEEKS = 60;

/**
 * Who did something: a guardian by name, everybody else as the school to families, and by name to
 * whoever reaches the whole school.
 */
export type BookingActor =
  { kind: "you" } | { kind: "school" } | { kind: "guardian" | "staff"; name: string };

export type BookingMove = {
  fromStartsAt: Instant;
  toStartsAt: Instant;
  movedAt: Instant;
  by: BookingActor;
};

export type BookingCancellation = {
  at: Instant;
  by: BookingActor;
  reason: "CLOSURE" | "WEEK_PLAN" | "SCHOOL" | "FAMILY" | "ENROLMENT";
  note: string | null;
};

export type FamilyBooking = BookingView & {
  bookedBy: BookingActor;
  moves: BookingMove[];
  cancelled: BookingCancellation | null;
  window: BookingWindow;
};

export type FamilyBookingsQuery = { view: "ahead" | "past"; page: number; pageSize: number };

/**
 * One page of the bookings in reach: those ahead, soonest first, or those that are over or cancelled,
 * latest first. `more` says whether there is another page.
 */
export async function listFamilyBookings(
  ctx: SchoolContext,
  { view, page, pageSize }: FamilyBookingsQuery,
): Promise<{ bookings: FamilyBooking[]; more: boolean }> {
  return inSchool(ctx, async (db) => {
    const found = await findInReach(db, ctx, {
      where: { view },
      skip: (page - 1) * pageSize,
      take: pageSize + 1,
    });
    const bookings = await bookingViews(db, ctx, found.slice(0, pageSize));
    return { bookings, more: found.length > pageSize };
  });
}

/** One booking in reach with its history, null when there is none. */
export async function getFamilyBooking(
  ctx: SchoolContext,
  id: BookingId,
): Promise<FamilyBooking | null> {
  return inSchool(ctx, async (db) => {
    const found = await findInReach(db, ctx, { where: { id }, skip: 0, take: 1 });
    const [booking] = await bookingViews(db, ctx, found);
    return booking ?? null;
  });
}

/** A week that is booked: where to, by whom and when. */
export type BookedWeek = {
  week: number;
  bookingId: BookingId;
  startsAt: Instant;
  by: BookingActor;
  at: Instant;
};

/** The weeks of an enrolment in reach that are booked now, in order. */
export async function listBookedWeeks(
  ctx: SchoolContext,
  enrolmentId: EnrolmentId,
): Promise<BookedWeek[]> {
  return inSchool(ctx, async (db) => {
    const where = { enrolmentId, state: { not: "CANCELLED" as const } };
    const found = await findInReach(db, ctx, { where, skip: 0, take: MOST_WEEKS });
    const bookings = await bookingViews(db, ctx, found);
    return bookings
      .map(({ week, id, startsAt, bookedBy, bookedAt }) => ({
        week,
        bookingId: id,
        startsAt,
        by: bookedBy,
        at: bookedAt,
      }))
      .sort((a, b) => a.week - b.week);
  });
}

type Asked = {
  where:
    | { id: BookingId }
    | { view: FamilyBookingsQuery["view"] }
    | { enrolmentId: EnrolmentId; state: { not: "CANCELLED" } };
  skip: number;
  take: number;
};
type Names = ReadonlyMap<string, BookingActor>;

async function findInReach(db: Db, ctx: SchoolContext, { where, skip, take }: Asked) {
  const ahead = {
    state: "CONFIRMED" as const,
    lesson: { endsAt: { gt: dateFromInstant(ctx.now) } },
  };
  const isAhead = "view" in where && where.view === "ahead";
  const order = isAhead ? ("asc" as const) : ("desc" as const);
  const wanted: BookingWhere = "view" in where ? (isAhead ? ahead : { NOT: ahead }) : where;
  return findBookings(db, {
    where: { AND: [wanted, { enrolment: await findStudentsInReach(db, ctx) }] },
    orderBy: [{ lesson: { startsAt: order } }, { id: order }],
    skip,
    take,
  });
}

async function bookingViews(
  db: Db,
  ctx: SchoolContext,
  rows: readonly BookingRow[],
): Promise<FamilyBooking[]> {
  if (rows.length === 0) return [];
  const { noticeHours } = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
  const names = await findActors(db, ctx, rows);
  return rows.map((row) => familyBooking(ctx, row, { noticeHours, names }));
}

async function findActors(db: Db, ctx: SchoolContext, rows: readonly BookingRow[]): Promise<Names> {
  const guardians = await db.guardian.findMany({
    where: { familyId: { in: [...new Set(rows.map((row) => row.enrolment.student.familyId))] } },
    select: { personId: true, person: { select: { givenName: true } } },
  });
  const own = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  return new Map<string, BookingActor>([
    ...(await findStaff(db, ctx, rows)),
    ...guardians.map(({ personId, person }): [string, BookingActor] => [
      personId,
      { kind: "guardian", name: person.givenName },
    ]),
    ...(own === null ? [] : [[own, { kind: "you" }] satisfies [string, BookingActor]]),
  ]);
}

async function findStaff(
  db: Db,
  ctx: SchoolContext,
  rows: readonly BookingRow[],
): Promise<[string, BookingActor][]> {
  if (reachOf(ctx).kind !== "school") return [];
  const ids = rows.flatMap(({ bookedById, cancelledById, moves }) => [
    bookedById,
    cancelledById,
    ...moves.map(({ movedById }) => movedById),
  ]);
  const persons = await db.person.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, givenName: true, familyName: true },
  });
  return persons.map(({ id, givenName, familyName }) => [
    id,
    { kind: "staff", name: `${givenName} ${familyName}`.trim() },
  ]);
}

function familyBooking(
  ctx: SchoolContext,
  row: BookingRow,
  { noticeHours, names }: { noticeHours: number; names: Names },
): FamilyBooking {
  return {
    ...bookingView(row, noticeHours),
    bookedBy: actorOf(names, row.bookedById),
    moves: row.moves.map((move) => ({
      fromStartsAt: instantFromDate(move.fromStartsAt),
      toStartsAt: instantFromDate(move.toStartsAt),
      movedAt: instantFromDate(move.movedAt),
      by: actorOf(names, move.movedById),
    })),
    cancelled: cancellationOf(row, names),
    window: bookingWindow(windowFactsOf(row.enrolment.course, row.enrolment.bookUntil), ctx.now),
  };
}

function cancellationOf(row: BookingRow, names: Names): BookingCancellation | null {
  if (row.cancelledAt === null) return null;
  return {
    at: instantFromDate(row.cancelledAt),
    by: actorOf(names, row.cancelledById),
    reason: row.cancelReason ?? "SCHOOL",
    note: row.cancelNote,
  };
}

function actorOf(names: Names, personId: string | null): BookingActor {
  return (personId === null ? undefined : names.get(personId)) ?? { kind: "school" };
}
