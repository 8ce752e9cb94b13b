import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { listGuardiansOf } from "./list-guardians-to-tell";
import type { Recipient } from "./telling";

export type FamilyToBook = { recipient: Recipient; children: FamilyEnrolment[] };

/**
 * Every guardian of a course with a child who has weeks to book and may book them now; of these
 * enrolments only, if any are named.
 */
export async function listFamiliesToBook(
  ctx: SchoolContext,
  asked: { courseId: string; enrolmentIds?: readonly string[] },
): Promise<FamilyToBook[]> {
  const { enrolmentIds } = asked;
  const enrolments = await listFamilyEnrolments(ctx, { courseId: asked.courseId as CourseId });
  const open = enrolments.filter(
    ({ id, toBook, window }) =>
      toBook > 0 && window.state === "open" && (enrolmentIds?.includes(id) ?? true),
  );
  const guardians = await inSchool(ctx, (db) =>
    listGuardiansOf(
      db,
      open.map(({ studentId }) => studentId),
    ),
  );
  return guardians.map(({ recipient, studentIds }) => ({
    recipient,
    children: open.filter(({ studentId }) => studentIds.includes(studentId)),
  }));
}
