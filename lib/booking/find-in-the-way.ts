import { inSchool } from "@/lib/db/in-school";
import { clashText } from "@/lib/scheduling/clash-text";
import { findClashes } from "@/lib/scheduling/find-clashes";
import type { SchoolContext } from "@/lib/school-context";
import { plusMinutes, type Instant } from "@/lib/time/instant";
import type { BookingFacts } from "./booking-facts";

type Wanted = { startsAt: Instant; ignoreLessonId?: string | null | undefined };

/**
 * The lesson of the teacher, the student or the course's room that an admin's start would meet, in words;
 * null when there is none any more. For admins only: it names other families' lessons.
 */
export async function findInTheWay(
  ctx: SchoolContext,
  facts: BookingFacts,
  { startsAt, ignoreLessonId }: Wanted,
): Promise<string | null> {
  const endsAt = plusMinutes(startsAt, facts.course.lessonMinutes);
  const [clash] = await inSchool(ctx, async (db) => {
    const enrolment = await db.enrolment.findFirst({
      where: { id: facts.enrolment.id },
      select: { studentId: true, course: { select: { teacherId: true, roomId: true } } },
    });
    if (enrolment === null) return [];
    const { studentId, course } = enrolment;
    const resourceIds = [course.teacherId, studentId, course.roomId];
    const wanted = [{ startsAt, endsAt, resourceIds }];
    const clashes = await findClashes(db, wanted, ignoreLessonId ? [ignoreLessonId] : []);
    const inOrder = ["teacher", "student", "room"];
    return clashes.sort((a, b) => inOrder.indexOf(a.who) - inOrder.indexOf(b.who));
  });
  return clash === undefined ? null : clashText(clash, ctx.school);
}
