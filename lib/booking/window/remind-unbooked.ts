import { inSchool } from "@/lib/db/in-school";
import { record } from "@/lib/events/record";
import type { CourseId } from "@/lib/ids";
import { NotFound, Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { dayAt } from "@/lib/time/zone";
import { mayBookFirst } from "./booking-window";
import { claimRequest, storeRequest } from "../claim-request";
import { stillToBook } from "../desk/desk-course";
import { unbookedReminded } from "../events";
import { loadDeskCourses } from "../desk/load-desk-courses";
import { hashOfInput } from "../request-key";

/**
 * Reminds the families of a course that have a week ahead still to book and may book it now, and
 * nobody else; the same request again reminds nobody twice. Returns how many students they are asked
 * to book for. Throws `NotFound` and `Refusal`.
 */
export async function remindUnbooked(
  ctx: SchoolContext,
  { courseId, requestKey }: { courseId: CourseId; requestKey: string },
): Promise<number> {
  const inputHash = hashOfInput("remind", [courseId]);
  return inSchool(ctx, async (db) => {
    const earlier = await claimRequest(db, ctx, { requestKey, inputHash });
    if (earlier !== null) return earlier.length;
    const [course] = await loadDeskCourses(db, ctx, { id: courseId });
    if (course === undefined) throw new NotFound();
    const { opensAt, closesAt } = course;
    const unbooked = stillToBook(course, dayAt(ctx.now, ctx.school.timeZone));
    if (unbooked.length === 0) throw new Refusal("nobody-to-remind");
    const enrolmentIds = unbooked
      .filter(({ bookUntil }) => mayBookFirst({ opensAt, closesAt, bookUntil }, ctx.now).ok)
      .map(({ id }) => id);
    if (enrolmentIds.length === 0) throw new Refusal("reminder-needs-open-window");
    await record(db, ctx, {
      event: unbookedReminded,
      subjectId: courseId,
      data: { courseId, enrolmentIds },
    });
    await storeRequest(db, ctx, { requestKey, inputHash, resultIds: enrolmentIds });
    return enrolmentIds.length;
  });
}
