import type { Db } from "@/lib/db/in-school";
import { mailWords } from "./job-words";
import type { SubjectIds } from "./subject-ids";

/** Says what an event is about: whose lesson, which course, a mail to whom; null when that is not known. */
export type SubjectOf = (ids: SubjectIds) => string | null;

const NAME = { givenName: true, familyName: true } as const;
const ENROLMENT = {
  student: { select: { person: { select: NAME } } },
  course: { select: { name: true } },
} as const;

type Name = { givenName: string; familyName: string };
type EnrolmentRow = { student: { person: Name }; course: { name: string } };

/** Reads the names that a page of events needs, each kind once. */
export async function loadSubjects(db: Db, wanted: readonly SubjectIds[]): Promise<SubjectOf> {
  const idsOf = (name: keyof SubjectIds) => [...new Set(wanted.flatMap((one) => one[name] ?? []))];
  const byBooking = await loadBookings(db, idsOf("bookingId"));
  const byEnrolment = await loadEnrolments(db, idsOf("enrolmentId"));
  const byCourse = await loadCourses(db, idsOf("courseId"));
  const byLesson = await loadLessons(db, idsOf("lessonId"));
  const mails = await loadMails(db, idsOf("deliveryId"));
  const people = await loadPeople(db, [
    ...idsOf("personId"),
    ...[...mails.values()].map(({ recipientId }) => recipientId),
  ]);
  return (ids) => {
    const mail = mails.get(ids.deliveryId ?? "");
    if (mail !== undefined) {
      const name = people.get(mail.recipientId);
      return name === undefined ? mailWords(mail.kind) : `${mailWords(mail.kind)}, to ${name}`;
    }
    return (
      byEnrolment.get(ids.enrolmentId ?? "") ??
      byBooking.get(ids.bookingId ?? "") ??
      byCourse.get(ids.courseId ?? "") ??
      byLesson.get(ids.lessonId ?? "") ??
      people.get(ids.personId ?? "") ??
      null
    );
  };
}

/** The names of people of the school, by id. */
export async function loadPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: [...ids] } };
  const rows = await db.person.findMany({ where, select: { id: true, ...NAME } });
  return new Map(rows.map((row) => [row.id, nameOf(row)]));
}

async function loadBookings(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const where = { id: { in: [...ids] } };
  const select = { id: true, enrolment: { select: ENROLMENT } } as const;
  const rows = await db.booking.findMany({ where, select });
  return new Map(rows.map(({ id, enrolment }) => [id, enrolmentName(enrolment)]));
}

async function loadEnrolments(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const where = { id: { in: [...ids] } };
  const rows = await db.enrolment.findMany({ where, select: { id: true, ...ENROLMENT } });
  return new Map(rows.map((row) => [row.id, enrolmentName(row)]));
}

async function loadCourses(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const where = { id: { in: [...ids] } };
  const rows = await db.course.findMany({ where, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function loadLessons(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const where = { id: { in: [...ids] } };
  const select = { id: true, course: { select: { name: true } } } as const;
  const rows = await db.lesson.findMany({ where, select });
  return new Map(rows.map(({ id, course }) => [id, course.name]));
}

async function loadMails(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { kind: string; recipientId: string }>();
  const where = { id: { in: [...ids] } };
  const rows = await db.delivery.findMany({
    where,
    select: { id: true, kind: true, recipientId: true },
  });
  return new Map(rows.map(({ id, ...mail }) => [id, mail]));
}

function enrolmentName({ student, course }: EnrolmentRow): string {
  return `${nameOf(student.person)}, ${course.name}`;
}

function nameOf({ givenName, familyName }: Name): string {
  return `${givenName} ${familyName}`;
}
