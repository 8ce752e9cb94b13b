import { dateFromInstant, type Instant } from "@/lib/time/instant";
import { superuserQuery } from "./database";

type Value = string | number | boolean | null | Date | readonly string[];

/** Adds a row; names are given as in code (`startsOn`), what is undefined is left to its default. */
export async function insertRow(
  table: string,
  row: Record<string, Value | undefined>,
): Promise<void> {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const columns = given.map(([name]) => `"${snakeCase(name)}"`).join(", ");
  const places = given.map((_, index) => `$${index + 1}`).join(", ");
  await superuserQuery(
    `INSERT INTO "${table}" (${columns}) VALUES (${places})`,
    given.map(([, value]) => value),
  );
}

export function date(instant: Instant): Date;
export function date(instant: Instant | null): Date | null;
export function date(instant: Instant | null): Date | null {
  return instant === null ? null : dateFromInstant(instant);
}

let counter = 0;

/** A number that no other factory call of this worker had, for names that must differ. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
