import { lessonBooked, lessonCancelled, lessonMoved } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { findRecipients } from "./find-recipients";
import { loadBookingMailFacts, type BookingMailFacts } from "./load-booking-mail-facts";
import type { Recipient, TellingOf, ToldVia } from "./telling";
import { shortTime } from "../templates/lesson-words";

/** A lesson was booked with a teacher: told in the app alone, as all that changes their week. */
export const tellTeacherBooked: TellingOf<typeof lessonBooked, "teacher-lesson-booked"> = {
  kind: "teacher-lesson-booked",
  event: lessonBooked,
  tell: async (ctx, { data }) => {
    const { bookings, teachers } = await loadTaught(ctx, "teacher-lesson-booked", data.bookingIds);
    const live = bookings.filter(({ state }) => state !== "CANCELLED");
    return toTeacher(ctx, { teachers, bookings: live }, (lessons) => ({
      title: `Booked: ${whose(live)}, ${lessons}`,
      body: live.map(({ startsAt }) => shortTime(startsAt, ctx.school)).join(" · "),
    }));
  },
};

export const tellTeacherMoved: TellingOf<typeof lessonMoved, "teacher-lesson-moved"> = {
  kind: "teacher-lesson-moved",
  event: lessonMoved,
  tell: async (ctx, { data }) => {
    const { bookings, teachers } = await loadTaught(ctx, "teacher-lesson-moved", [data.bookingId]);
    const move = await inSchool(ctx, (db) =>
      db.bookingMove.findFirst({ where: { id: data.moveId } }),
    );
    const isStale = ({ state, startsAt }: BookingMailFacts) =>
      state === "CANCELLED" || !move || startsAt !== instantFromDate(move.toStartsAt);
    if (move === null || bookings.some(isStale)) return [];
    const before = shortTime(instantFromDate(move.fromStartsAt), ctx.school);
    return toTeacher(ctx, { teachers, bookings }, (lessons) => ({
      title: `Moved: ${whose(bookings)}, now ${lessons}`,
      body: `It was ${before}`,
    }));
  },
};

export const tellTeacherCancelled: TellingOf<typeof lessonCancelled, "teacher-lesson-cancelled"> = {
  kind: "teacher-lesson-cancelled",
  event: lessonCancelled,
  tell: async (ctx, { data }) => {
    const { bookings, teachers } = await loadTaught(ctx, "teacher-lesson-cancelled", [
      data.bookingId,
    ]);
    const gone = bookings.filter(({ cancelledAt }) => cancelledAt !== null);
    return toTeacher(ctx, { teachers, bookings: gone }, (lessons) => ({
      title: `Cancelled: ${whose(gone)}, ${lessons}`,
      body: gone.map(({ cancelNote }) => cancelNote ?? "The time is free again").join(" · "),
    }));
  },
};

function whose([first]: readonly BookingMailFacts[]): string {
  return first === undefined ? "" : `${first.studentName}, ${first.courseName}`;
}

type TeacherKind = "teacher-lesson-booked" | "teacher-lesson-moved" | "teacher-lesson-cancelled";
type Taught = { teachers: readonly Recipient[]; bookings: readonly BookingMailFacts[] };

function toTeacher(
  ctx: SchoolContext,
  { teachers, bookings }: Taught,
  words: (lessons: string) => { title: string; body: string },
): ToldVia<"notice">[] {
  const [first] = bookings;
  if (first === undefined) return [];
  const lessons =
    bookings.length === 1 ? shortTime(first.startsAt, ctx.school) : `${bookings.length} lessons`;
  const path = `teach?date=${dayAt(first.startsAt, ctx.school.timeZone)}`;
  const notice = { ...words(lessons), path };
  return teachers.map((recipient) => ({ recipient, notice, mail: null }));
}

async function loadTaught(
  ctx: SchoolContext,
  kind: TeacherKind,
  bookingIds: readonly string[],
): Promise<Taught> {
  return inSchool(ctx, async (db) => {
    const lessons = await db.lesson.findMany({
      where: { booking: { id: { in: [...bookingIds] } } },
      select: { teacherId: true },
    });
    const teacherIds = lessons.map(({ teacherId }) => teacherId);
    const { recipients } = await findRecipients(db, kind, { teacherIds });
    return { bookings: await loadBookingMailFacts(db, ctx, bookingIds), teachers: recipients };
  });
}
