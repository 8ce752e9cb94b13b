import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { addClosure } from "@/lib/booking/changes/add-closure";
import type { LocationId, RoomId, TeacherId, TermId } from "@/lib/ids";
import { createTeacher } from "@/lib/people/create-teacher";
import { createLocation } from "@/lib/scheduling/create-location";
import { createRoom } from "@/lib/scheduling/create-room";
import { createTerm } from "@/lib/scheduling/create-term";
import { setAvailability } from "@/lib/scheduling/set-availability";
import { addDays, type Day } from "@/lib/time/day";
import type { SeedTerm } from "./calendar";
import type { PlannedLocation, PlannedTeacher } from "./course-plan";
import { at, setUpDay, type Seeding } from "./seeding";

export type Places = {
  locations: Map<string, LocationId>;
  rooms: Map<string, RoomId>;
  teachers: Map<string, TeacherId>;
  terms: Map<SeedTerm, TermId>;
};

export type PlannedClosure = { name: string; startsOn: Day; endsOn?: Day; location?: string };

type SchoolPlan = {
  locations: readonly PlannedLocation[];
  teachers: readonly PlannedTeacher[];
  terms: readonly SeedTerm[];
  closures: readonly PlannedClosure[];
  /** Contact emails end in this. */
  mailDomain: string;
};

/** Locations, rooms, terms, closures, and teachers with their weekly open times. */
export async function seedPlaces(seeding: Seeding, plan: SchoolPlan): Promise<Places> {
  const ctx = at(seeding, setUpDay(seeding), "09:00");
  const places: Places = {
    locations: new Map(),
    rooms: new Map(),
    teachers: new Map(),
    terms: new Map(),
  };
  for (const { rooms, ...location } of plan.locations) {
    const locationId = await createLocation(ctx, location);
    places.locations.set(location.name, locationId);
    for (const room of rooms) {
      places.rooms.set(room.name, await createRoom(ctx, { ...room, locationId }));
    }
  }
  for (const term of plan.terms) places.terms.set(term, await createTerm(ctx, term));
  for (const { location, endsOn, ...closure } of plan.closures) {
    const locationId = location === undefined ? null : known(places.locations, location);
    await addClosure(ctx, { ...closure, endsOn: endsOn ?? closure.startsOn, locationId });
  }
  for (const teacher of plan.teachers) await seedTeacher(seeding, places, { teacher, plan });
  return places;
}

async function seedTeacher(
  seeding: Seeding,
  places: Places,
  { teacher, plan }: { teacher: PlannedTeacher; plan: SchoolPlan },
): Promise<void> {
  const { key, givenName, familyName, instruments } = teacher;
  const ctx = at(seeding, addDays(setUpDay(seeding), 1), "10:00");
  const teacherId = await createTeacher(ctx, {
    givenName,
    familyName,
    instruments,
    email: `${teacher.mailName ?? givenName.toLowerCase()}@${plan.mailDomain}`,
    phone: mobileNumber(seeding),
  });
  places.teachers.set(key, teacherId);
  await setAvailability(ctx, {
    basedOn: AS_IT_STANDS,
    teacherId,
    windows: teacher.open.map(({ weekday, from, to }) => ({
      locationId: known(places.locations, teacher.location),
      weekday,
      startTime: from,
      endTime: to,
      validFrom: setUpDay(seeding),
      validUntil: null,
    })),
  });
}

/** From the ranges that are kept free for fiction. */
export function mobileNumber({ ctx, random }: Seeding): string {
  const last = String(random.below(1000)).padStart(3, "0");
  return ctx.school.currency === "NZD" ? `021 555 0${last}` : `0491 570 ${last}`;
}

export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo plan names something unknown: ${String(key)}`);
  return value;
}
