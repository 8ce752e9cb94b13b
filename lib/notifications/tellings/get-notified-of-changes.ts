import { inSchool } from "@/lib/db/in-school";
import type { SchoolContext } from "@/lib/school-context";
import { getNotified } from "./get-notified";
import type { Notified } from "./notified";

type LessonsToChange = {
  /** Whoever is in them. */
  lessonIds: readonly string[];
  /** And who gets a lesson or a change besides. */
  studentIds?: readonly string[];
  teacherIds?: readonly string[];
};

/** Who is notified when the schedule changes these lessons. */
export async function getNotifiedOfChanges(
  ctx: SchoolContext,
  { lessonIds, studentIds = [], teacherIds = [] }: LessonsToChange,
): Promise<Notified> {
  const uses = await inSchool(ctx, (db) =>
    db.reservation.findMany({
      where: { lessonId: { in: [...lessonIds] }, roomId: null },
      distinct: ["resourceId"],
      select: { studentId: true, teacherId: true },
    }),
  );
  const students = uses.flatMap(({ studentId }) => studentId ?? []);
  const teachers = uses.flatMap(({ teacherId }) => teacherId ?? []);
  return getNotified(ctx, [
    {
      kind: "lessons-changed",
      studentIds: [...new Set([...students, ...studentIds])],
      teacherIds: [...new Set([...teachers, ...teacherIds])],
    },
  ]);
}
