import type { PersonId, UserId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { addDays, type Day } from "@/lib/time/day";
import type { Instant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { dayAt, instantAt } from "@/lib/time/zone";
import { calendarAround, type SeedCalendar } from "./calendar";
import { seededRandom, type Random } from "./random";

/** A school in the making. */
export type Seeding = { ctx: SchoolContext; now: Instant; calendar: SeedCalendar; random: Random };

export function seedingOf(ctx: SchoolContext, now: Instant, seed: number): Seeding {
  const calendar = calendarAround(dayAt(now, ctx.school.timeZone));
  return { ctx, now, calendar, random: seededRandom(seed) };
}

/** The same school at an earlier moment: what is done then is recorded as done then. */
export function at({ ctx }: Seeding, day: Day, time: string): SchoolContext {
  return { ...ctx, now: momentOf(ctx, day, time) };
}

export function momentOf(ctx: SchoolContext, day: Day, time: string): Instant {
  return instantAt(day, asWallTime(time), ctx.school.timeZone);
}

/** A guardian who acts at the context's moment. */
export function asGuardian(ctx: SchoolContext, personId: PersonId): SchoolContext {
  const userId = personId as string as UserId;
  return {
    ...ctx,
    actor: { kind: "member", userId, personId, roles: ["PARENT"], displayName: "" },
  };
}

/** Before anything was taught: when the school was set up here. */
export function setUpDay({ calendar }: Seeding): Day {
  return addDays((calendar.earlier[0] ?? calendar.current).startsOn, -90);
}
