import {
  type ClosureId,
  type LocationId,
  newId,
  type RoomId,
  type SchoolId,
  type TermId,
} from "@/lib/ids";
import type { SchoolFacts } from "@/lib/school-context";
import { addDays, asDay, type Day, type Weekday } from "@/lib/time/day";
import { asInstant, type Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { asTimeZone, instantAt } from "@/lib/time/zone";
import { date, insertRow, nextNumber } from "./insert-row";

/** Monday 5 October 2026, 11:00 in Sydney: a week before the term of `aTerm`. */
export const TEST_NOW: Instant = asInstant(Date.UTC(2026, 9, 5, 0, 0));

export type TestSchool = { id: SchoolId; slug: string; facts: SchoolFacts };

type SchoolOptions = {
  slug?: string;
  name?: string;
  timeZone?: string;
  currency?: string;
  locale?: string;
  weekStart?: Weekday;
  phone?: string | null;
  noticeHours?: number;
  bufferMinutes?: number;
  travelGapMinutes?: number;
  moveToOtherDays?: boolean;
  unbookedPolicy?: "LEAVE" | "NEAREST";
};

export async function aSchool(options: SchoolOptions = {}): Promise<TestSchool> {
  const id = newId<SchoolId>();
  const slug = options.slug ?? `school-${id.slice(-12)}`;
  const facts: SchoolFacts = {
    id,
    slug,
    name: options.name ?? `School ${slug}`,
    timeZone: asTimeZone(options.timeZone ?? "Australia/Sydney"),
    currency: options.currency ?? "AUD",
    locale: options.locale ?? "en-AU",
    weekStart: options.weekStart ?? 1,
    phone: options.phone === undefined ? "02 5550 1234" : options.phone,
    email: `office@${slug}.example`,
    primaryColour: null,
    accentColour: null,
    logoUrl: null,
  };
  const { noticeHours, bufferMinutes, travelGapMinutes, moveToOtherDays, unbookedPolicy } = options;
  const policy = { noticeHours, bufferMinutes, travelGapMinutes, moveToOtherDays, unbookedPolicy };
  await insertRow("school", { ...facts, ...policy, createdAt: date(TEST_NOW) });
  return { id, slug, facts };
}

export type TestLocation = { id: LocationId; name: string };

export async function aLocation(
  school: TestSchool,
  options: { name?: string; address?: string } = {},
): Promise<TestLocation> {
  const id = newId<LocationId>();
  const name = options.name ?? `Location ${nextNumber()}`;
  const address = options.address ?? "1 Chapel Street";
  await insertRow("location", { schoolId: school.id, id, name, address });
  return { id, name };
}

export type TestRoom = { id: RoomId; name: string; location: TestLocation };

type RoomOptions = {
  location?: TestLocation;
  name?: string;
  capacity?: number;
  instruments?: readonly string[];
};

export async function aRoom(school: TestSchool, options: RoomOptions = {}): Promise<TestRoom> {
  const location = options.location ?? (await aLocation(school));
  const id = newId<RoomId>();
  const name = options.name ?? `Room ${nextNumber()}`;
  await insertRow("room", {
    schoolId: school.id,
    id,
    locationId: location.id,
    name,
    capacity: options.capacity ?? 6,
    instruments: options.instruments ?? [],
  });
  return { id, name, location };
}

export type TestTerm = { id: TermId; name: string; startsOn: Day; endsOn: Day };

/** Ten weeks from Monday 12 October 2026, unless said otherwise. */
export async function aTerm(
  school: TestSchool,
  options: { name?: string; startsOn?: string; endsOn?: string; weeks?: number } = {},
): Promise<TestTerm> {
  const id = newId<TermId>();
  const name = options.name ?? `Term ${nextNumber()}`;
  const startsOn = asDay(options.startsOn ?? "2026-10-12");
  const lastDay = addDays(startsOn, (options.weeks ?? 10) * 7 - 1);
  const endsOn = options.endsOn === undefined ? lastDay : asDay(options.endsOn);
  await insertRow("term", { schoolId: school.id, id, name, startsOn, endsOn });
  return { id, name, startsOn, endsOn };
}

/** Say closures before courses: the course factories leave closed days out. */
export async function aClosure(
  school: TestSchool,
  options: { startsOn: string; endsOn?: string; location?: TestLocation; name?: string },
): Promise<ClosureId> {
  const id = newId<ClosureId>();
  await insertRow("closure", {
    schoolId: school.id,
    id,
    locationId: options.location?.id,
    name: options.name ?? "Public holiday",
    startsOn: asDay(options.startsOn),
    endsOn: asDay(options.endsOn ?? options.startsOn),
  });
  return id;
}

/** "2026-11-02 16:00" on the school's wall. */
export function at(school: TestSchool, text: string): Instant {
  const [day = "", time = ""] = text.split(" ");
  return instantAt(asDay(day), asWallTime(time), school.facts.timeZone);
}
