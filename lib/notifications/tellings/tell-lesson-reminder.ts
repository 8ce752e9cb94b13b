import { lessonUpcoming } from "@/lib/scheduling/events";
import { inSchool, type Db } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate, parseInstant, type Instant } from "@/lib/time/instant";
import { findRecipients } from "./find-recipients";
import { familyUrl } from "./load-booking-mail-facts";
import { noticeOf, type TellingOf } from "./telling";
import { composeMail } from "../templates/compose-mail";
import { lessonReminderMail } from "../templates/lesson-reminder";

/**
 * "Tomorrow", to every guardian of the students in a lesson; stale once it was cancelled, moved, or
 * has begun.
 */
export const tellLessonReminder: TellingOf<typeof lessonUpcoming, "lesson-reminder"> = {
  kind: "lesson-reminder",
  event: lessonUpcoming,
  tell: async (ctx, { data }) => {
    const lesson = await inSchool(ctx, (db) => findLesson(db, data.lessonId));
    if (lesson === null || !isAhead(ctx, lesson, data.startsAt)) return [];
    const about = { studentIds: [...lesson.students.keys()] };
    const found = await inSchool(ctx, (db) => findRecipients(db, "lesson-reminder", about));
    return found.recipients.map(({ studentIds, ...recipient }) => {
      const path = lesson.bookingId === null ? "" : `bookings/${lesson.bookingId}`;
      const mail = composeMail(lessonReminderMail, {
        school: ctx.school,
        recipientName: recipient.name,
        studentNames: studentIds.flatMap((id) => lesson.students.get(id) ?? []),
        courseName: lesson.courseName,
        lesson,
        isGroup: lesson.isGroup,
        lessonUrl: familyUrl(ctx, path),
      });
      return { recipient, notice: noticeOf(mail, `family/${path}`.replace(/\/$/, "")), mail };
    });
  },
};

type UpcomingLesson = NonNullable<Awaited<ReturnType<typeof findLesson>>>;

function isAhead({ now }: SchoolContext, lesson: UpcomingLesson, remindedOf: string): boolean {
  const sameStart = parseInstant(remindedOf) === lesson.startsAt;
  return !lesson.isCancelled && sameStart && lesson.startsAt > now;
}

async function findLesson(db: Db, id: string) {
  const name = { select: { name: true } };
  const row = await db.lesson.findFirst({
    where: { id },
    include: {
      course: name,
      room: name,
      location: name,
      teacher: { select: { person: { select: { givenName: true, familyName: true } } } },
      booking: { select: { id: true } },
      reservations: {
        where: { studentId: { not: null } },
        select: { student: { select: { id: true, person: { select: { givenName: true } } } } },
      },
    },
  });
  if (row === null) return null;
  const { givenName, familyName } = row.teacher.person;
  const startsAt: Instant = instantFromDate(row.startsAt);
  return {
    startsAt,
    endsAt: instantFromDate(row.endsAt),
    isCancelled: row.cancelledAt !== null,
    isGroup: row.kind === "GROUP",
    courseName: row.course.name,
    teacherName: `${givenName} ${familyName}`,
    roomName: row.room.name,
    locationName: row.location.name,
    bookingId: row.booking?.id ?? null,
    students: new Map(
      row.reservations.flatMap(({ student }) =>
        student === null ? [] : [[student.id, student.person.givenName] as const],
      ),
    ),
  };
}
