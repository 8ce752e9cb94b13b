import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { settleSave } from "@/lib/people/settle-save";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import type { BasedOn, SaveOutcome } from "@/lib/values/shown-record";
import { dayAt } from "@/lib/time/zone";
import { beginScheduleChange } from "./begin-schedule-change";
import { checkRoomFits } from "./check-room-fits";
import { claimName } from "./claim-name";
import { mostAtOnce, stillEnrolled } from "./enrolment-dates";
import { findBookingAhead } from "./find-booking-ahead";
import { loadCourse, type LoadedCourse } from "./load-course";
import { courseFactsShown, type CourseFactField } from "./shown-course";

export type CourseChange = {
  courseId: CourseId;
  name: string;
  instrument?: string | null;
  capacity: number;
  /** A hybrid course only. */
  lessonMinutes?: number | null;
  slotStepMinutes?: 5 | 10 | 15 | 30 | null;
  groupPriceMinor?: number | null;
  lessonPriceMinor?: number | null;
  basedOn: BasedOn<CourseFactField>;
};

const action = "scheduling/course.changed";

/**
 * Changes what no lesson that exists hangs on: name, instrument, places, prices, and where slots
 * begin from now on. The length of individual lessons only while none is booked ahead: a booked one
 * keeps its length, and moving it would change it unasked. Throws `NotFound` and `Refusal`, also for what
 * somebody changed meanwhile.
 */
export async function updateCourse(
  ctx: SchoolContext,
  input: CourseChange,
): Promise<SaveOutcome<CourseFactField>> {
  const { courseId, basedOn, ...change } = input;
  return claimName("course", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx);
      const course = await loadCourse(db, ctx, courseId);
      const facts = await db.course.findFirst({ where: { id: courseId } });
      if (facts === null) throw new NotFound();
      const { kind } = course.course;
      const saved = await settleSave(db, ctx, {
        basedOn,
        present: courseFactsShown(kind, facts),
        wanted: courseFactsShown(kind, change),
        subjectId: courseId,
        actions: [action],
      });
      if (saved.outcome === "unchanged") return saved;
      demandPlaces(ctx, course, input);
      if (kind !== "INDIVIDUAL" && change.capacity > course.capacity) {
        await checkRoomFits(db, { roomId: course.roomId, places: change.capacity });
      }
      const lessonMinutes = await lengthOf(db, ctx, { course, input });
      const data = {
        name: change.name,
        instrument: change.instrument ?? null,
        capacity: kind === "INDIVIDUAL" ? 1 : change.capacity,
        lessonMinutes,
        slotStepMinutes: change.slotStepMinutes ?? null,
        groupPriceMinor: change.groupPriceMinor ?? null,
        lessonPriceMinor: change.lessonPriceMinor ?? null,
      };
      await db.course.updateMany({ where: { id: courseId }, data });
      await recordAudit(db, ctx, { action, subjectId: courseId, data });
      return saved;
    }),
  );
}

function demandPlaces(ctx: SchoolContext, course: LoadedCourse, { capacity }: CourseChange): void {
  if (course.course.kind === "INDIVIDUAL") return;
  const today = dayAt(ctx.now, ctx.school.timeZone);
  const count = mostAtOnce(stillEnrolled(course.enrolments, today), {
    startsOn: today,
    endsOn: null,
  });
  if (capacity < count) throw new Refusal("capacity-below-enrolled", { count });
}

type Lengths = { course: LoadedCourse; input: CourseChange };

async function lengthOf(
  db: Db,
  ctx: SchoolContext,
  { course, input }: Lengths,
): Promise<number | null> {
  if (course.course.kind !== "HYBRID") return null;
  const minutes = input.lessonMinutes ?? null;
  if (minutes === null) throw new Refusal("course-needs-lesson-length");
  const changed = minutes !== course.lessonMinutes;
  if (changed && (await findBookingAhead(db, ctx, course.id))) {
    throw new Refusal("course-has-bookings");
  }
  return minutes;
}
