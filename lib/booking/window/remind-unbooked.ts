import { inSchool } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { claimRequest, storeRequest } from "../claim-request";
import { unbookedReminded } from "../events";
import { actorIdOf } from "../get-booking-facts";
import { findFamilyEnrolments } from "../list-family-enrolments";
import { hashOfInput } from "../request-key";

/**
 * Reminds the families of a course that have a week still to book and may book it now, and nobody
 * else; the same request again reminds nobody twice. Returns the enrolments that they are reminded
 * of. Throws `NotFound` and `Refusal`.
 */
export async function remindUnbooked(
  ctx: SchoolContext,
  { courseId, requestKey }: { courseId: CourseId; requestKey: string },
): Promise<{ enrolmentIds: readonly string[] }> {
  const inputHash = hashOfInput("remind", [courseId]);
  return inSchool(ctx, async (db) => {
    const earlier = await claimRequest(db, ctx, { requestKey, inputHash });
    if (earlier !== null) return { enrolmentIds: earlier };
    const course = { id: courseId, kind: "HYBRID" as const, archivedAt: null };
    if ((await db.course.count({ where: course })) === 0) throw new NotFound();
    const enrolments = await findFamilyEnrolments(db, ctx, { courseId });
    const unbooked = enrolments.filter(({ toBook }) => toBook > 0);
    if (unbooked.length === 0) throw new Refusal("nobody-to-remind");
    const enrolmentIds = unbooked
      .filter(({ window }) => window.state === "open")
      .map(({ id }) => id);
    if (enrolmentIds.length === 0) throw new Refusal("reminder-needs-open-window");
    await record(db, ctx, {
      event: unbookedReminded,
      subjectId: courseId,
      data: { courseId, enrolmentIds, actorId: actorIdOf(ctx) },
    });
    await storeRequest(db, ctx, { requestKey, inputHash, resultIds: enrolmentIds });
    return { enrolmentIds };
  });
}
