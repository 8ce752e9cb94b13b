import { inSchool } from "@/lib/db/in-school";
import type { CourseId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay, dayFromDate, type Day } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";

export type EnrolmentChoice = {
  courseId: CourseId;
  name: string;
  termName: string;
  termStartsOn: Day;
  places: { taken: number; capacity: number };
};

/** The courses of terms that run or lie ahead, the earliest term first. */
export async function listEnrolmentChoices(ctx: SchoolContext): Promise<EnrolmentChoice[]> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const courses = await inSchool(ctx, (db) =>
    db.course.findMany({
      where: { archivedAt: null, term: { endsOn: { gte: today } } },
      orderBy: [{ term: { startsOn: "asc" } }, { name: "asc" }],
      select: {
        id: true,
        name: true,
        capacity: true,
        term: { select: { name: true, startsOn: true } },
        _count: {
          select: {
            enrolments: { where: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] } },
          },
        },
      },
    }),
  );
  return courses.map(({ id, name, capacity, term, _count }) => ({
    courseId: id as CourseId,
    name,
    termName: term.name,
    termStartsOn: dayFromDate(term.startsOn),
    places: { taken: _count.enrolments, capacity },
  }));
}
