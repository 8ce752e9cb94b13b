import { lessonBooked, lessonCancelled, lessonMoved } from "@/lib/booking/events";
import { inSchool, type Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { loadBookingMailFacts, type BookingMailFacts } from "./load-booking-mail-facts";
import type { Recipient, Telling, Told } from "./telling";
import { shortTime } from "../templates/lesson-words";

/** A lesson was booked with a teacher: told in the app alone, as all that changes their week. */
export const tellTeacherBooked: Telling<typeof lessonBooked> = {
  kind: "teacher-lesson-booked",
  event: lessonBooked,
  tell: async (ctx, { data }) => {
    const { bookings, teacher } = await loadTaught(ctx, data.bookingIds);
    const live = bookings.filter(({ state }) => state !== "CANCELLED");
    return toTeacher(ctx, { teacher, bookings: live }, (lessons) => ({
      title: `Booked: ${whose(live)}, ${lessons}`,
      body: live.map(({ startsAt }) => shortTime(startsAt, ctx.school)).join(" · "),
    }));
  },
};

export const tellTeacherMoved: Telling<typeof lessonMoved> = {
  kind: "teacher-lesson-moved",
  event: lessonMoved,
  tell: async (ctx, { data }) => {
    const { bookings, teacher } = await loadTaught(ctx, [data.bookingId]);
    const move = await inSchool(ctx, (db) =>
      db.bookingMove.findFirst({ where: { id: data.moveId } }),
    );
    const isStale = ({ state, startsAt }: BookingMailFacts) =>
      state === "CANCELLED" || !move || startsAt !== instantFromDate(move.toStartsAt);
    if (move === null || bookings.some(isStale)) return [];
    const before = shortTime(instantFromDate(move.fromStartsAt), ctx.school);
    return toTeacher(ctx, { teacher, bookings }, (lessons) => ({
      title: `Moved: ${whose(bookings)}, now ${lessons}`,
      body: `It was ${before}`,
    }));
  },
};

export const tellTeacherCancelled: Telling<typeof lessonCancelled> = {
  kind: "teacher-lesson-cancelled",
  event: lessonCancelled,
  tell: async (ctx, { data }) => {
    const { bookings, teacher } = await loadTaught(ctx, [data.bookingId]);
    const gone = bookings.filter(({ cancelledAt }) => cancelledAt !== null);
    return toTeacher(ctx, { teacher, bookings: gone }, (lessons) => ({
      title: `Cancelled: ${whose(gone)}, ${lessons}`,
      body: gone.map(({ cancelNote }) => cancelNote ?? "The time is free again").join(" · "),
    }));
  },
};

function whose([first]: readonly BookingMailFacts[]): string {
  return first === undefined ? "" : `${first.studentName}, ${first.courseName}`;
}

function toTeacher(
  ctx: SchoolContext,
  { teacher, bookings }: { teacher: Recipient | null; bookings: readonly BookingMailFacts[] },
  words: (lessons: string) => { title: string; body: string },
): Told[] {
  const [first] = bookings;
  if (first === undefined || teacher === null) return [];
  const lessons =
    bookings.length === 1 ? shortTime(first.startsAt, ctx.school) : `${bookings.length} lessons`;
  const path = `teach?date=${dayAt(first.startsAt, ctx.school.timeZone)}`;
  return [{ recipient: teacher, notice: { ...words(lessons), path }, mail: null }];
}

async function loadTaught(ctx: SchoolContext, bookingIds: readonly string[]) {
  return inSchool(ctx, async (db) => ({
    bookings: await loadBookingMailFacts(db, ctx, bookingIds),
    teacher: await findTeacher(db, bookingIds),
  }));
}

async function findTeacher(db: Db, bookingIds: readonly string[]): Promise<Recipient | null> {
  const lesson = await db.lesson.findFirst({
    where: { booking: { id: { in: [...bookingIds] } } },
    select: { teacher: { select: { person: { select: { id: true, givenName: true } } } } },
  });
  if (lesson === null) return null;
  const { id, givenName } = lesson.teacher.person;
  return { personId: id, name: givenName, email: null };
}
