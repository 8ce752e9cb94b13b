import { inSchool } from "@/lib/db/in-school";
import type { TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromDay } from "@/lib/time/day";
import { dayAt } from "@/lib/time/zone";

export type TeacherTimesRow = {
  teacherId: TeacherId;
  name: string;
  instruments: string[];
  /** Minutes a week that are open today or later. */
  openMinutes: number;
  locations: string[];
};

/** The teachers by name, with how much open time each has. */
export async function listTeacherTimes(ctx: SchoolContext): Promise<TeacherTimesRow[]> {
  const today = dateFromDay(dayAt(ctx.now, ctx.school.timeZone));
  const rows = await inSchool(ctx, (db) =>
    db.teacher.findMany({
      where: { archivedAt: null },
      select: {
        id: true,
        instruments: true,
        person: { select: { givenName: true, familyName: true } },
        windows: {
          where: { OR: [{ validUntil: null }, { validUntil: { gte: today } }] },
          select: { startMinute: true, endMinute: true, location: { select: { name: true } } },
        },
      },
      orderBy: { person: { nameKey: "asc" } },
    }),
  );
  return rows.map(({ id, instruments, person, windows }) => ({
    teacherId: id as TeacherId,
    name: `${person.givenName} ${person.familyName}`,
    instruments,
    openMinutes: windows.reduce((sum, one) => sum + one.endMinute - one.startMinute, 0),
    locations: [...new Set(windows.map(({ location }) => location.name))].sort(),
  }));
}
