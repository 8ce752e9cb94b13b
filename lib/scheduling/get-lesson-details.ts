import { inSchool, type Db } from "@/lib/db/in-school";
import type { BookingId, LessonId, StudentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { instantFromDate } from "@/lib/time/instant";
import type { CalendarOwner } from "./calendar-reach";
import { kindOf } from "./calendar-range";
import { findCalendarReach, type CalendarReach } from "./find-calendar-reach";
import type { EntryName, LessonDetails, RosterRow } from "./lesson-details";
import { loadPlaceholder } from "./load-placeholder";

export type EntryAsked = { owner?: CalendarOwner | undefined; entry: EntryName };

/**
 * One entry of the calendar, as far as the reader reaches: the school for admins and teachers, with
 * the whole roster; a family its own lessons, with its own students. Throws NotFound for the rest.
 */
export async function getLessonDetails(
  ctx: SchoolContext,
  { owner, entry }: EntryAsked,
): Promise<LessonDetails> {
  return inSchool(ctx, async (db) => {
    const reach = wholeSchool(await findCalendarReach(db, ctx, owner ?? null));
    const details =
      "lessonId" in entry
        ? await loadLesson(db, ctx, { ...reach, lessonId: entry.lessonId })
        : await loadPlaceholder(db, ctx, { ...reach, ...entry });
    if (details === null) throw new NotFound();
    return details;
  });
}

type Reach = { studentIds: StudentId[] | null };

/** Teachers read every lesson of the school, not only their own. */
function wholeSchool({ students }: CalendarReach): Reach {
  return { studentIds: students?.map(({ id }) => id) ?? null };
}

async function loadLesson(
  db: Db,
  ctx: SchoolContext,
  { lessonId, studentIds }: Reach & { lessonId: LessonId },
): Promise<LessonDetails | null> {
  const row = await findLesson(db, lessonId);
  if (row === null) return null;
  const roster = rosterOf(row).filter(
    ({ studentId }) => studentIds === null || studentIds.includes(studentId),
  );
  if (studentIds !== null && roster.length === 0) return null;
  const endsAt = instantFromDate(row.endsAt);
  const { teacher, location } = row;
  return {
    id: row.id,
    kind: kindOf(row.course.kind, row.kind),
    state: row.cancelledAt !== null ? "cancelled" : endsAt <= ctx.now ? "over" : "planned",
    course: { id: row.courseId, name: row.course.name },
    week: row.week,
    startsAt: instantFromDate(row.startsAt),
    endsAt,
    teacher: { id: teacher.id, name: fullName(teacher.person) },
    room: row.room.name,
    location: { name: location.name, address: location.address },
    placeholder: null,
    roster: roster.sort((a, b) => a.name.localeCompare(b.name)),
  };
}

const NAMES = { select: { givenName: true, familyName: true } } as const;

function findLesson(db: Db, id: LessonId) {
  const student = { select: { id: true, person: NAMES } } as const;
  return db.lesson.findFirst({
    where: { id },
    include: {
      course: { select: { name: true, kind: true } },
      teacher: { select: { id: true, person: NAMES } },
      room: { select: { name: true } },
      location: { select: { name: true, address: true } },
      reservations: { where: { studentId: { not: null } }, select: { student } },
      enrolment: { select: { id: true, student } },
      booking: { select: { id: true } },
    },
  });
}

type LessonFound = NonNullable<Awaited<ReturnType<typeof findLesson>>>;

/** Who is reserved; of a cancelled lesson of one student still whose it was. */
function rosterOf({ reservations, enrolment, booking }: LessonFound): RosterRow[] {
  const reserved = reservations.flatMap(({ student }) => student ?? []);
  const students = reserved.length === 0 && enrolment !== null ? [enrolment.student] : reserved;
  return students.map(({ id, person }) => ({
    studentId: id as StudentId,
    name: fullName(person),
    enrolmentId: enrolment?.id ?? null,
    bookingId: (booking?.id ?? null) as BookingId | null,
    lessonAt: null,
  }));
}

function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}
