import { inSchool, type Db } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingState } from "./entitlement";
import { cancelBy } from "./notice-policy";

export type BookingView = {
  id: BookingId;
  enrolmentId: EnrolmentId;
  studentName: string;
  courseName: string;
  teacherName: string;
  roomName: string;
  locationName: string;
  locationAddress: string | null;
  /** The week it is owed for. */
  week: number;
  state: BookingState;
  startsAt: Instant;
  endsAt: Instant;
  cancelBy: Instant;
  bookedAt: Instant;
  cancelledAt: Instant | null;
  cancelledByFamily: boolean;
  cancelNote: string | null;
  sequence: number;
  moves: { fromStartsAt: Instant; toStartsAt: Instant; movedAt: Instant }[];
};

export type BookingsQuery = {
  /** Bookings after this one, in the order of their ids (the order in which they were made). */
  after?: BookingId | null;
  limit: number;
  enrolmentId?: EnrolmentId;
  ids?: readonly BookingId[];
};

/** The bookings in reach, oldest first; the page after the last id of the former one. */
export async function listBookings(
  ctx: SchoolContext,
  query: BookingsQuery,
): Promise<BookingView[]> {
  return inSchool(ctx, async (db) => {
    const rows = await findBookings(db, ctx, query);
    if (rows.length === 0) return [];
    const { noticeHours } = await db.school.findFirstOrThrow({ select: { noticeHours: true } });
    return rows.map((row) => bookingView(row, noticeHours));
  });
}

/** One booking in reach, null when there is none. */
export async function getBooking(ctx: SchoolContext, id: BookingId): Promise<BookingView | null> {
  const [booking] = await listBookings(ctx, { ids: [id], limit: 1 });
  return booking ?? null;
}

type BookingRow = Awaited<ReturnType<typeof findBookings>>[number];

async function findBookings(db: Db, ctx: SchoolContext, query: BookingsQuery) {
  const { after, ids, enrolmentId, limit } = query;
  const name = { select: { givenName: true, familyName: true } };
  return db.booking.findMany({
    where: {
      enrolment: await findStudentsInReach(db, ctx),
      ...(enrolmentId === undefined ? {} : { enrolmentId }),
      ...(ids === undefined ? {} : { id: { in: [...ids] } }),
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: "asc" },
    take: limit,
    include: {
      moves: { orderBy: { movedAt: "asc" } },
      lesson: {
        include: {
          teacher: { select: { person: name } },
          room: { select: { name: true } },
          location: { select: { name: true, address: true } },
        },
      },
      enrolment: {
        select: {
          id: true,
          student: { select: { person: name } },
          course: { select: { name: true } },
        },
      },
    },
  });
}

function bookingView(row: BookingRow, noticeHours: number): BookingView {
  const { lesson, enrolment } = row;
  const teacher = lesson.teacher.person;
  const startsAt = instantFromDate(lesson.startsAt);
  return {
    id: row.id as BookingId,
    enrolmentId: enrolment.id as EnrolmentId,
    studentName: enrolment.student.person.givenName,
    courseName: enrolment.course.name,
    teacherName: `${teacher.givenName} ${teacher.familyName}`,
    roomName: lesson.room.name,
    locationName: lesson.location.name,
    locationAddress: lesson.location.address,
    week: row.week,
    state: row.state,
    startsAt,
    endsAt: instantFromDate(lesson.endsAt),
    cancelBy: cancelBy(startsAt, noticeHours),
    bookedAt: instantFromDate(row.bookedAt),
    cancelledAt: row.cancelledAt === null ? null : instantFromDate(row.cancelledAt),
    cancelledByFamily: row.cancelReason === "FAMILY",
    cancelNote: row.cancelNote,
    sequence: row.sequence,
    moves: row.moves.map((move) => ({
      fromStartsAt: instantFromDate(move.fromStartsAt),
      toStartsAt: instantFromDate(move.toStartsAt),
      movedAt: instantFromDate(move.movedAt),
    })),
  };
}
