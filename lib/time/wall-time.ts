import type { Brand } from "@/lib/brand";

/** A time on the school's wall, "HH:MM"; "24:00" is the end of a day. */
export type WallTime = Brand<string, "WallTime">;

const WALL_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const MINUTES_OF_DAY = 1_440;

/** Reads "HH:MM" (also "HH:MM:00", as some browsers send it); anything else is null. */
export function parseWallTime(text: string): WallTime | null {
  const time = text.length === 8 && text.endsWith(":00") ? text.slice(0, 5) : text;
  return WALL_TIME.test(time) ? (time as WallTime) : null;
}

export function asWallTime(text: string): WallTime {
  const time = parseWallTime(text);
  if (time === null) throw new RangeError(`not a wall time: ${text}`);
  return time;
}

export const MIDNIGHT = asWallTime("00:00");
export const END_OF_DAY = asWallTime("24:00");

/** Minutes since midnight, 0 to 1440. */
export function minutesOfDay(time: WallTime): number {
  return +time.slice(0, 2) * 60 + +time.slice(3, 5);
}

export function wallTimeFromMinutes(minutes: number): WallTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > MINUTES_OF_DAY) {
    throw new RangeError(`not minutes of a day: ${minutes}`);
  }
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as WallTime;
}

/** From a database `time`, which arrives as that time on 1970-01-01 UTC; "24:00" as the next day. */
export function wallTimeFromDate(date: Date): WallTime {
  return wallTimeFromMinutes(date.getTime() / 60_000);
}

export function dateFromWallTime(time: WallTime): Date {
  return new Date(minutesOfDay(time) * 60_000);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
