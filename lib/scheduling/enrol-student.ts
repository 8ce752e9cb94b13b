import { brokenRuleOf } from "@/lib/db/constraint-errors";
import { inSchool, type Db } from "@/lib/db/in-school";
import { owe, recordAudit } from "@/lib/events/record";
import { newId, type CourseId, type EnrolmentId, type StudentId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, type Day } from "@/lib/time/day";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { dayAt } from "@/lib/time/zone";
import { beginScheduleChange } from "./begin-schedule-change";
import { isEnrolledOn, mostAtOnce, type EnrolmentDates } from "./enrolment-dates";
import { enrolmentOpened } from "./events";
import { insertStudentReservations } from "./store-lessons";
import { loadCourse, type LoadedCourse } from "./load-course";

export type EnrolStudent = {
  courseId: CourseId;
  studentId: StudentId;
  startsOn: Day;
  endsOn?: Day | null;
  /** For whoever joins after the booking window closed. */
  bookUntil?: Instant | null;
};

/**
 * Enrols a student from a day to a day and puts them into the course's lessons of those days that
 * lie ahead. Never above the capacity, on any day. Throws `NotFound` and `Refusal`.
 */
export async function enrolStudent(ctx: SchoolContext, input: EnrolStudent): Promise<EnrolmentId> {
  const id = newId<EnrolmentId>();
  try {
    await inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx, "set-up");
      const course = await loadCourse(db, ctx, input.courseId);
      const student = await db.student.findFirst({
        where: { id: input.studentId, archivedAt: null },
      });
      if (student === null) throw new NotFound();
      if (course.isArchived) throw new Refusal("course-archived");
      const dates = datesOf(course, input);
      if (mostAtOnce(course.enrolments, dates) >= course.capacity) throw fullRefusal(course, input);
      await db.enrolment.create({
        data: {
          id,
          courseId: input.courseId,
          courseKind: course.course.kind,
          studentId: input.studentId,
          startsOn: dateFromDay(dates.startsOn),
          endsOn: dates.endsOn ? dateFromDay(dates.endsOn) : null,
          bookUntil: input.bookUntil ? dateFromInstant(input.bookUntil) : null,
          createdAt: dateFromInstant(ctx.now),
        },
      });
      const lessons = await lessonsAhead(db, ctx, { course, dates });
      await insertStudentReservations(db, ctx, { studentId: input.studentId, lessons });
      const action = "scheduling/student.enrolled";
      await recordAudit(db, ctx, { action, subjectId: id, data: input });
      if (course.course.kind === "HYBRID") await oweOpening(db, ctx, id);
    });
  } catch (error) {
    throw enrolmentRefusal(error) ?? error;
  }
  return id;
}

/** Whoever joins later is told what is open now. */
async function oweOpening(db: Db, ctx: SchoolContext, enrolmentId: EnrolmentId): Promise<void> {
  const actorId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  await owe(db, ctx, { event: enrolmentOpened, data: [{ enrolmentId, actorId }] });
}

function fullRefusal(course: LoadedCourse, input: EnrolStudent): Refusal {
  if (course.enrolments.some((one) => one.studentId === input.studentId)) {
    return new Refusal("already-enrolled");
  }
  return new Refusal(course.course.kind === "INDIVIDUAL" ? "one-student-only" : "course-full");
}

function datesOf(course: LoadedCourse, input: EnrolStudent): EnrolmentDates {
  const { startsOn, endsOn = null } = input;
  if (endsOn !== null && endsOn < startsOn) throw new Refusal("ends-before-start");
  const last =
    course.heldOn !== null && course.heldOn > course.term.endsOn
      ? course.heldOn
      : course.term.endsOn;
  if (startsOn > last) throw new Refusal("enrolment-outside-term");
  return { startsOn, endsOn };
}

async function lessonsAhead(
  db: Db,
  ctx: SchoolContext,
  { course, dates }: { course: LoadedCourse; dates: EnrolmentDates },
) {
  const rows = await db.lesson.findMany({
    where: {
      courseId: course.id,
      enrolmentId: null,
      cancelledAt: null,
      startsAt: { gt: dateFromInstant(ctx.now) },
    },
    select: { id: true, startsAt: true, endsAt: true },
  });
  return rows
    .map((row) => ({
      id: row.id,
      startsAt: instantFromDate(row.startsAt),
      endsAt: instantFromDate(row.endsAt),
    }))
    .filter((lesson) => isEnrolledOn(dates, dayAt(lesson.startsAt, ctx.school.timeZone)));
}

function enrolmentRefusal(error: unknown): Refusal | null {
  switch (brokenRuleOf(error)?.constraint) {
    case "enrolment_no_overlap":
      return new Refusal("already-enrolled");
    case "enrolment_individual_one_student":
      return new Refusal("one-student-only");
    default:
      return null;
  }
}
