import { lessonBooked, lessonCancelled, lessonMoved } from "@/lib/booking/events";
import { inSchool } from "@/lib/db/in-school";
import { env } from "@/lib/env";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { findRecipients } from "./find-recipients";
import { loadBookingMailFacts, type BookingMailFacts } from "./load-booking-mail-facts";
import { noticeOf, type Recipient, type TellingOf, type Told, type ToldVia } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { shortTime } from "../templates/lesson-words";
import { teacherLessonMail, type TeacherLessonProps } from "../templates/teacher-lesson";

/** A lesson was booked with a teacher: told in the app alone. */
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

/** One lesson of a teacher was moved: told by email as well, like what takes it away. */
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
    const from = instantFromDate(move.fromStartsAt);
    return byMailToo(ctx, { teachers, bookings }, () => ({ became: "moved", from }));
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
    return byMailToo(ctx, { teachers, bookings: gone }, ({ cancelNote: note }) => ({
      became: "cancelled",
      note,
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
  const notice = { ...words(lessons), path: teachPath(ctx, first) };
  return teachers.map((recipient) => ({ recipient, notice, mail: null }));
}

/** One booking, to its teacher: the mail and, in its words, the notice. */
function byMailToo(
  ctx: SchoolContext,
  { teachers, bookings: [booking] }: Taught,
  changeOf: (booking: BookingMailFacts) => TeacherLessonProps["change"],
): Told[] {
  if (booking === undefined) return [];
  const path = teachPath(ctx, booking);
  return teachers.map((recipient) => {
    const mail = composeMail(teacherLessonMail, {
      school: ctx.school,
      recipientName: recipient.name,
      studentName: booking.studentName,
      courseName: booking.courseName,
      lesson: booking,
      change: changeOf(booking),
      scheduleUrl: `${env.APP_URL}/${ctx.school.slug}/${path}`,
    });
    return { recipient, notice: noticeOf(mail, path), mail };
  });
}

function teachPath({ school }: SchoolContext, { startsAt }: BookingMailFacts): string {
  return `teach?date=${dayAt(startsAt, school.timeZone)}`;
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
