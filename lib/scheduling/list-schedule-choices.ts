import { inSchool } from "@/lib/db/in-school";
import type { LocationId, RoomId, TeacherId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { findTerms, type TermChoice } from "./find-current-term";

export type ScheduleChoices = {
  terms: TermChoice[];
  teachers: { id: TeacherId; name: string }[];
  locations: { id: LocationId; name: string }[];
  rooms: { id: RoomId; name: string; locationName: string; capacity: number }[];
};

/** What forms of the schedule choose from. */
export async function listScheduleChoices(ctx: SchoolContext): Promise<ScheduleChoices> {
  return inSchool(ctx, async (db) => {
    const teachers = await db.teacher.findMany({
      where: { archivedAt: null },
      select: { id: true, person: { select: { givenName: true, familyName: true } } },
      orderBy: { person: { nameKey: "asc" } },
    });
    const locations = await db.location.findMany({
      where: { archivedAt: null },
      orderBy: { name: "asc" },
      include: { rooms: { where: { archivedAt: null }, orderBy: { name: "asc" } } },
    });
    return {
      terms: await findTerms(db),
      teachers: teachers.map(({ id, person }) => ({
        id: id as TeacherId,
        name: `${person.givenName} ${person.familyName}`,
      })),
      locations: locations.map(({ id, name }) => ({ id: id as LocationId, name })),
      rooms: locations.flatMap((location) =>
        location.rooms.map(({ id, name, capacity }) => ({
          id: id as RoomId,
          name,
          capacity,
          locationName: location.name,
        })),
      ),
    };
  });
}
