import { inSchool } from "@/lib/db/in-school";
import type { LocationId, RoomId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { findTerms, type TermChoice } from "./find-current-term";

export type LocationRow = {
  id: LocationId;
  name: string;
  address: string | null;
  phone: string | null;
  archived: boolean;
};

export type RoomRow = {
  id: RoomId;
  name: string;
  locationName: string;
  capacity: number;
  instruments: string[];
  archived: boolean;
};

export type Places = { terms: TermChoice[]; locations: LocationRow[]; rooms: RoomRow[] };

/** Everything of the set-up, archived ones included, by name. */
export async function listPlaces(ctx: SchoolContext): Promise<Places> {
  return inSchool(ctx, async (db) => {
    const locations = await db.location.findMany({
      orderBy: { name: "asc" },
      include: { rooms: { orderBy: { name: "asc" } } },
    });
    return {
      terms: await findTerms(db),
      locations: locations.map(({ id, name, address, phone, archivedAt }) => ({
        ...{ id: id as LocationId, name, address, phone },
        archived: archivedAt !== null,
      })),
      rooms: locations.flatMap((location) =>
        location.rooms.map(({ id, name, capacity, instruments, archivedAt }) => ({
          ...{ id: id as RoomId, name, capacity, instruments },
          locationName: location.name,
          archived: archivedAt !== null,
        })),
      ),
    };
  });
}
