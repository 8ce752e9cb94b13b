import { type AvailabilityId, newId } from "@/lib/ids";
import { asDay, type Weekday } from "@/lib/time/day";
import { asWallTime, minutesOfDay } from "@/lib/time/wall-time";
import { insertRow } from "./insert-row";
import type { TestTeacher } from "./people-factory";
import type { TestLocation, TestSchool } from "./school-factory";

type AvailabilityOptions = {
  location: TestLocation;
  weekday?: Weekday;
  from?: string;
  to?: string;
  validFrom?: string;
  validUntil?: string;
};

/** A weekly window, Mondays 15:00 to 19:00 unless said otherwise. */
export async function anAvailability(
  school: TestSchool,
  teacher: TestTeacher,
  options: AvailabilityOptions,
): Promise<AvailabilityId> {
  const id = newId<AvailabilityId>();
  await insertRow("availability_window", {
    schoolId: school.id,
    id,
    teacherId: teacher.id,
    locationId: options.location.id,
    weekday: options.weekday ?? 1,
    startMinute: minutesOfDay(asWallTime(options.from ?? "15:00")),
    endMinute: minutesOfDay(asWallTime(options.to ?? "19:00")),
    validFrom: asDay(options.validFrom ?? "2026-01-01"),
    validUntil: options.validUntil === undefined ? null : asDay(options.validUntil),
  });
  return id;
}

type ExceptionOptions = { on: string; from: string; to: string };

/** A dated extra, where a location is given; else a dated block. */
export async function anAvailabilityException(
  school: TestSchool,
  teacher: TestTeacher,
  options: ExceptionOptions & { extraAt?: TestLocation },
): Promise<AvailabilityId> {
  const id = newId<AvailabilityId>();
  await insertRow("availability_exception", {
    schoolId: school.id,
    id,
    entryId: id,
    teacherId: teacher.id,
    kind: options.extraAt ? "EXTRA" : "BLOCK",
    locationId: options.extraAt?.id,
    heldOn: asDay(options.on),
    startMinute: minutesOfDay(asWallTime(options.from)),
    endMinute: minutesOfDay(asWallTime(options.to)),
  });
  return id;
}
