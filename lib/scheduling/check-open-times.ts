import type { Db } from "@/lib/db/in-school";
import { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { formatDateTime } from "@/lib/time/format";
import { dateFromDay, dayFromDate } from "@/lib/time/day";
import { wallTimeFromMinutes } from "@/lib/time/wall-time";
import { outsideAvailability } from "./availability-gaps";
import { heldLessonOf, lessonDaysOf } from "./course-lessons";
import { findWindows } from "./find-windows";
import type { LoadedCourse } from "./load-course";
import { termWeeks } from "./term-weeks";

/**
 * Warns when a course would meet outside the teacher's open times: for an admin that is no ban, so
 * whoever has seen it goes past it. Throws `Refusal("outside-open-times")` with the first such time.
 */
export async function checkOpenTimes(
  db: Db,
  ctx: SchoolContext,
  course: LoadedCourse,
): Promise<void> {
  const lessons = meetingsOf(course).map((lesson) => ({
    ...lesson,
    ...{ courseName: course.name, studentName: "", locationId: course.locationId },
    groupTime: { weekday: null, startTime: course.course.startTime, groupMinutes: 0 },
  }));
  const { timeZone, locale } = ctx.school;
  const windows = await findWindows(db, course.teacherId);
  const facts = { timeZone, windows, ...(await exceptionsOf(db, course)) };
  const outside = outsideAvailability(facts, lessons);
  const [first] = outside;
  if (first === undefined) return;
  const teacher = await db.person.findFirst({ where: { id: course.teacherId } });
  const more = outside.length > 1 ? `, and ${outside.length - 1} more` : "";
  throw new Refusal("outside-open-times", {
    teacher: `${teacher?.givenName ?? ""} ${teacher?.familyName ?? ""}`,
    when: `${formatDateTime(first.startsAt, timeZone, locale)}${more}`,
  });
}

/** Every day on which the course can meet; a hybrid course's plan is not made yet, so all weeks. */
function meetingsOf(course: LoadedCourse) {
  if (course.heldOn !== null) return heldLessonOf(course, course.heldOn);
  const weeks = termWeeks(course.term, course.school.weekStart);
  const together = weeks.map(({ week }) => ({ week, kind: "GROUP" as const }));
  return lessonDaysOf(course, together);
}

async function exceptionsOf(db: Db, { teacherId, term, heldOn }: LoadedCourse) {
  const days = { gte: dateFromDay(term.startsOn), lte: dateFromDay(term.endsOn) };
  const rows = await db.availabilityException.findMany({
    where: { teacherId, heldOn: heldOn === null ? days : dateFromDay(heldOn) },
  });
  const dated = rows.map((row) => ({
    kind: row.kind,
    on: dayFromDate(row.heldOn),
    locationId: row.locationId ?? "",
    startTime: wallTimeFromMinutes(row.startMinute),
    endTime: wallTimeFromMinutes(row.endMinute),
  }));
  return {
    extras: dated.filter(({ kind }) => kind === "EXTRA"),
    blocks: dated.filter(({ kind }) => kind === "BLOCK"),
  };
}
