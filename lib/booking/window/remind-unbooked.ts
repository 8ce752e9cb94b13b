import { inSchool, type Db } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { formatTime } from "@/lib/time/format";
import { claimRequest, storeRequest } from "../claim-request";
import { unbookedReminded } from "../events";
import { actorIdOf } from "../get-booking-facts";
import { findFamilyEnrolments } from "../list-family-enrolments";
import { hashOfInput } from "../request-key";
import { findLastReminder, isTooSoon } from "./find-last-reminder";

/**
 * Reminds the families of a course that have a week still to book and may book it now, and nobody
 * else; the same request again reminds nobody twice, and within an hour nobody is reminded again. Returns the enrolments that they are reminded
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
    await demandPause(db, ctx, courseId);
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

/** Two admins who press at the same moment queue here. */
async function demandPause(db: Db, ctx: SchoolContext, courseId: CourseId): Promise<void> {
  const lock = `${ctx.schoolId} ${courseId} remind`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 5))`;
  const last = await findLastReminder(db, courseId);
  if (last === null || !isTooSoon(last, ctx.now)) return;
  const at = formatTime(last.at, ctx.school.timeZone, ctx.school.locale);
  throw new Refusal("reminded-lately", { at, by: last.by === null ? "" : ` by ${last.by}` });
}
