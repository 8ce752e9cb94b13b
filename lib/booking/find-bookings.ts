import type { BookingOrder, BookingWhere, Db } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { instantFromDate, type Instant } from "@/lib/time/instant";
import type { BookingState } from "./entitlement";
import { cancelBy } from "./notice-policy";

/** A booking as it stands: whose, where, when, and until when its family may cancel it. */
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
  /** When it was last booked, moved or cancelled. For calendars, as is the lesson's `sequence`. */
  changedAt: Instant;
  sequence: number;
};

type Wanted = {
  where: BookingWhere;
  orderBy: BookingOrder | BookingOrder[];
  take: number;
  skip?: number;
};

export type BookingRow = Awaited<ReturnType<typeof findBookings>>[number];

/** The bookings that are wanted, with everything that anybody is told of one. Reach is the caller's. */
export async function findBookings(db: Db, { where, orderBy, take, skip = 0 }: Wanted) {
  const name = { select: { givenName: true, familyName: true } };
  return db.booking.findMany({
    where,
    orderBy,
    skip,
    take,
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
        include: {
          student: { select: { familyId: true, person: name } },
          course: { select: { name: true, windowOpensAt: true, windowClosesAt: true } },
        },
      },
    },
  });
}

export function bookingView(row: BookingRow, noticeHours: number): BookingView {
  const { lesson, enrolment } = row;
  const { givenName, familyName } = lesson.teacher.person;
  const startsAt = instantFromDate(lesson.startsAt);
  return {
    id: row.id as BookingId,
    enrolmentId: enrolment.id as EnrolmentId,
    studentName: enrolment.student.person.givenName,
    courseName: enrolment.course.name,
    teacherName: `${givenName} ${familyName}`,
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
    changedAt: instantFromDate(row.cancelledAt ?? row.moves.at(-1)?.movedAt ?? row.bookedAt),
    sequence: lesson.sequence,
  };
}
