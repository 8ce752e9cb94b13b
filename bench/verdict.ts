import type { Client } from "pg";
import { withClient } from "@/scripts/database/connect";
import type { Reply } from "./load/http";
import { courseOf, FIRST_APP_ID, idOf, type Wish } from "./rush-school";

/** What the family that wished was told. */
export type Answer =
  { told: "booked"; bookingId: string } | { told: "taken" } | { told: "nothing"; why: string };

export type Told = { wish: Wish; answer: Answer };

type LiveBooking = {
  id: string;
  enrolment: string;
  week: number;
  teacher: string;
  starts_at: Date;
  ends_at: Date;
  /** Which of teacher, student and room are reserved for its time. */
  reserved: string;
};

export function restAnswer(reply: Reply): Answer {
  if (reply.status === 201) {
    const { id } = JSON.parse(reply.body) as { id: string };
    return { told: "booked", bookingId: id };
  }
  if (reply.status === 409 && reply.body.includes('"slot-taken"')) return { told: "taken" };
  return { told: "nothing", why: whyOf(reply) };
}

const REFUSED = "That time was just taken";

export function screenAnswer(reply: Reply): Answer {
  const bookingId = /\/bookings\/([0-9a-f-]{36})/.exec(reply.headers["location"] ?? "")?.[1];
  if (reply.status === 303 && bookingId) return { told: "booked", bookingId };
  if (reply.status === 200 && reply.body.includes(REFUSED)) return { told: "taken" };
  return { told: "nothing", why: whyOf(reply) };
}

function whyOf(reply: Reply): string {
  return reply.error ?? `status ${reply.status} ${reply.body.slice(0, 200)}`;
}

/** Holds every answer against the database; a line for each that is wrong. */
export async function wrongAnswers(url: string, told: readonly Told[]): Promise<string[]> {
  const live = await withClient(url, liveBookings);
  const ofWeek = Map.groupBy(live, ({ enrolment, week }) => `${enrolment} ${week}`);
  const ofTeacher = Map.groupBy(live, ({ teacher }) => teacher);
  const judged = told.flatMap(({ wish, answer }) => {
    const own = ofWeek.get(`${idOf("enrolment", wish.student)} ${wish.week}`) ?? [];
    const others = ofTeacher.get(idOf("teacher", courseOf(wish.student))) ?? [];
    const wrong = judge(wish, answer, { own, others });
    return wrong === null ? [] : [`student ${wish.student}, week ${wish.week}: ${wrong}`];
  });
  const known = new Set(told.map(({ answer }) => answer.told === "booked" && answer.bookingId));
  const untold = live.filter(({ id }) => !known.has(id));
  return [...judged, ...untold.map(({ id }) => `booking ${id} that nobody was told of`)];
}

type Found = { own: LiveBooking[]; others: LiveBooking[] };

function judge(wish: Wish, answer: Answer, { own, others }: Found): string | null {
  const at = Date.parse(wish.startsAt);
  if (answer.told === "nothing") return answer.why;
  if (answer.told === "taken") {
    if (own.length > 0) return "told taken, but has a booking";
    const isTaken = others.some((b) => b.starts_at.getTime() < at + 1 && b.ends_at.getTime() > at);
    return isTaken ? null : "told taken, but nobody has that time";
  }
  const [booking] = own;
  if (booking === undefined || own.length > 1) return `told booked, has ${own.length} bookings`;
  if (booking.id !== answer.bookingId) return "told booked, but another booking is kept";
  if (booking.starts_at.getTime() !== at) return "booked at another time";
  return booking.reserved === "room,student,teacher"
    ? null
    : `only ${booking.reserved} is reserved`;
}

async function liveBookings(client: Client): Promise<LiveBooking[]> {
  const { rows } = await client.query<LiveBooking>(
    `SELECT b.id, b.enrolment_id AS enrolment, b.week, l.teacher_id AS teacher, l.starts_at, l.ends_at,
       (SELECT string_agg(what, ',' ORDER BY what) FROM reservation r CROSS JOIN LATERAL (SELECT CASE
            WHEN r.teacher_id = l.teacher_id THEN 'teacher' WHEN r.student_id = e.student_id THEN 'student'
            WHEN r.room_id = l.room_id THEN 'room' ELSE 'stranger' END AS what) AS w
          WHERE r.lesson_id = l.id AND r.starts_at = l.starts_at AND r.ends_at = l.ends_at) AS reserved
     FROM booking b JOIN lesson l ON l.id = b.lesson_id AND l.school_id = b.school_id
     JOIN enrolment e ON e.id = b.enrolment_id AND e.school_id = b.school_id
     WHERE b.id >= $1 AND b.state <> 'CANCELLED'`,
    [FIRST_APP_ID],
  );
  return rows;
}

/** Uses of a teacher, room or student that overlap, counted from the reservations and from the lessons. */
export async function countOverlaps(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ overlaps: string }>(
      `WITH used AS (
         SELECT school_id, 'reserved' AS how, resource_id AS resource, starts_at, ends_at FROM reservation
         UNION ALL
         SELECT l.school_id, 'planned', r.id, l.starts_at, l.ends_at FROM lesson l
           LEFT JOIN enrolment e ON e.school_id = l.school_id AND e.id = l.enrolment_id
           CROSS JOIN LATERAL (VALUES (l.teacher_id), (l.room_id), (e.student_id)) AS r(id)
           WHERE l.cancelled_at IS NULL AND r.id IS NOT NULL)
       SELECT count(*) AS overlaps FROM (
         SELECT starts_at, max(ends_at) OVER (PARTITION BY school_id, how, resource ORDER BY starts_at, ends_at
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until FROM used) AS u
       WHERE busy_until > starts_at`,
    );
    return Number(rows[0]?.overlaps ?? Number.NaN);
  });
}
