import { inSchool } from "@/lib/db/in-school";
import type { BookingId, EnrolmentId } from "@/lib/ids";
import { findStudentsInReach } from "@/lib/people/find-students-in-reach";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant, instantFromDate, plusHours, type Instant } from "@/lib/time/instant";

/** What a family asked the school, when, and what became of it. */
export type HelpRequest = {
  id: string;
  enrolmentId: EnrolmentId;
  studentName: string;
  courseName: string;
  week: number;
  message: string | null;
  sentAt: Instant;
  outcome:
    | { state: "open" }
    | { state: "answered"; at: Instant; reply: string | null }
    | { state: "booked"; at: Instant; bookingId: BookingId; startsAt: Instant };
};

const KEPT_HOURS = 14 * 24;
const MOST = 20;

const ASKED = {
  enrolment: {
    select: {
      student: { select: { person: { select: { givenName: true } } } },
      course: { select: { name: true } },
      bookings: {
        where: { state: { not: "CANCELLED" } },
        select: {
          id: true,
          week: true,
          bookedAt: true,
          lesson: { select: { startsAt: true } },
          moves: { orderBy: { movedAt: "desc" }, take: 1, select: { movedAt: true } },
        },
      },
    },
  },
} as const;

/** The help requests in reach that are open, or were dealt with in the last two weeks; latest first. */
export async function listHelpRequests(
  ctx: SchoolContext,
  only: { enrolmentId?: EnrolmentId } = {},
): Promise<HelpRequest[]> {
  const since = dateFromInstant(plusHours(ctx.now, -KEPT_HOURS));
  const rows = await inSchool(ctx, async (db) =>
    db.deskRequest.findMany({
      where: {
        kind: "NO_SLOT",
        enrolment: await findStudentsInReach(db, ctx),
        ...(only.enrolmentId === undefined ? {} : { enrolmentId: only.enrolmentId }),
        OR: [{ resolvedAt: null }, { resolvedAt: { gte: since } }],
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      include: ASKED,
    }),
  );
  return rows.map(({ enrolment, ...row }) => ({
    id: row.id,
    enrolmentId: row.enrolmentId as EnrolmentId,
    studentName: enrolment.student.person.givenName,
    courseName: enrolment.course.name,
    week: row.week,
    message: row.message,
    sentAt: instantFromDate(row.createdAt),
    outcome: outcomeOf(row, enrolment.bookings),
  }));
}

type Asked = { week: number; createdAt: Date; resolvedAt: Date | null; reply: string | null };
type Booked = {
  id: string;
  week: number;
  bookedAt: Date;
  lesson: { startsAt: Date };
  moves: readonly { movedAt: Date }[];
};

/** What the school wrote back, else the booking or move of the week since then, whoever did it. */
function outcomeOf(asked: Asked, bookings: readonly Booked[]): HelpRequest["outcome"] {
  const booking = bookings.find(({ week }) => week === asked.week);
  const at = booking?.moves[0]?.movedAt ?? booking?.bookedAt;
  const isAnswered = asked.reply !== null;
  if (!isAnswered && booking !== undefined && at !== undefined && at >= asked.createdAt) {
    return {
      state: "booked",
      at: instantFromDate(at),
      bookingId: booking.id as BookingId,
      startsAt: instantFromDate(booking.lesson.startsAt),
    };
  }
  return asked.resolvedAt === null
    ? { state: "open" }
    : { state: "answered", at: instantFromDate(asked.resolvedAt), reply: asked.reply };
}
