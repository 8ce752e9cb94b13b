import { notFound } from "next/navigation";
import { parseId, type BookingId, type EnrolmentId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { parseInstant, type Instant } from "@/lib/time/instant";

export type Search = Record<string, string | string[] | undefined>;

/** What a query found, or the page that says there is nothing here. */
export async function found<T>(query: Promise<T>): Promise<NonNullable<T>> {
  try {
    return (await query) ?? notFound();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

export function enrolmentIdOf(text: string): EnrolmentId {
  return parseId<EnrolmentId>(text) ?? notFound();
}

export function bookingIdOf(text: string): BookingId {
  return parseId<BookingId>(text) ?? notFound();
}

/** A whole number from the address, null when it is none that a week or page could have. */
export function numberOf(value: Search[string]): number | null {
  return typeof value === "string" && /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null;
}

export function instantOf(value: Search[string]): Instant | null {
  return typeof value === "string" ? parseInstant(value) : null;
}
