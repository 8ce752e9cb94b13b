import { inSchool, type Db } from "@/lib/db/in-school";
import { recordAudit } from "@/lib/events/record";
import {
  newId,
  type CourseId,
  type LocationId,
  type RoomId,
  type TeacherId,
  type TermId,
} from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, type Day, type Weekday } from "@/lib/time/day";
import { minutesOfDay, type WallTime } from "@/lib/time/wall-time";
import { beginScheduleChange } from "./begin-schedule-change";
import { checkOpenTimes } from "./check-open-times";
import { checkRoomFits } from "./check-room-fits";
import { claimName } from "./claim-name";
import { closureOn } from "./closures";
import type { CourseKind } from "./course-lessons";
import { fixedLessonsOf } from "./fixed-lessons";
import { storeLessons, type NewLesson } from "./store-lessons";
import { loadCourse, type LoadedCourse } from "./load-course";

export type NewCourse = {
  termId: TermId;
  kind: CourseKind;
  name: string;
  instrument?: string | null;
  teacherId: TeacherId;
  roomId: RoomId;
  /** Every kind but a one-off. */
  weekday?: Weekday | null;
  /** A one-off only. */
  heldOn?: Day | null;
  startTime: WallTime;
  groupMinutes: number;
  /** A hybrid course only. */
  lessonMinutes?: number | null;
  /** Null: the slot grid's step is the lesson length. */
  slotStepMinutes?: 5 | 10 | 15 | 30 | null;
  capacity: number;
  groupPriceMinor?: number | null;
  lessonPriceMinor?: number | null;
  /** Whether it may meet outside the teacher's open times. */
  acceptOutside: boolean;
};

/**
 * Makes a course. Group, band, individual and one-off courses have all their lessons from the
 * start; a hybrid course gets its group lessons with its week plan. Throws `NotFound` for a term,
 * teacher or room of another school, `Refusal` for what the lessons would meet.
 */
export async function createCourse(ctx: SchoolContext, input: NewCourse): Promise<CourseId> {
  checkShape(input);
  const courseId = newId<CourseId>();
  await claimName("course", () =>
    inSchool(ctx, async (db) => {
      await beginScheduleChange(db, ctx, "set-up");
      const locationId = await placeOf(db, input);
      await db.course.create({ data: { ...columnsOf(input), id: courseId, locationId } });
      const course = await loadCourse(db, ctx, courseId);
      await checkRoomFits(db, { roomId: input.roomId, places: course.capacity });
      await storeLessons(db, ctx, { course, lessons: firstLessons(course) });
      if (!input.acceptOutside) await checkOpenTimes(db, ctx, course);
      await recordAudit(db, ctx, {
        action: "scheduling/course.created",
        subjectId: courseId,
        data: input,
      });
    }),
  );
  return courseId;
}

function checkShape(input: NewCourse): void {
  if (input.kind === "ONE_OFF" && !input.heldOn) throw new Refusal("course-needs-day");
  if (input.kind !== "ONE_OFF" && !input.weekday) throw new Refusal("course-needs-weekday");
  if (input.kind === "HYBRID" && !input.lessonMinutes) {
    throw new Refusal("course-needs-lesson-length");
  }
}

async function placeOf(db: Db, input: NewCourse): Promise<LocationId> {
  const room = await db.room.findFirst({ where: { id: input.roomId, archivedAt: null } });
  const teacher = await db.teacher.findFirst({ where: { id: input.teacherId, archivedAt: null } });
  const term = await db.term.findFirst({ where: { id: input.termId } });
  if (room === null || teacher === null || term === null) throw new NotFound();
  return room.locationId as LocationId;
}

function columnsOf(input: NewCourse) {
  const { startTime, heldOn, acceptOutside: _, ...rest } = input;
  const oneOff = input.kind === "ONE_OFF";
  return {
    ...rest,
    startMinute: minutesOfDay(startTime),
    weekday: oneOff ? null : (input.weekday ?? null),
    heldOn: oneOff && heldOn ? dateFromDay(heldOn) : null,
    lessonMinutes: input.kind === "HYBRID" ? (input.lessonMinutes ?? null) : null,
    capacity: input.kind === "INDIVIDUAL" ? 1 : input.capacity,
  };
}

/** Throws `Refusal` for a workshop on a closed day. */
function firstLessons(course: LoadedCourse): NewLesson[] {
  const closure = course.heldOn && closureOn(course.heldOn, course.locationId, course.closures);
  if (closure) throw new Refusal("held-on-closed-day", { name: closure.name });
  return fixedLessonsOf(course);
}
