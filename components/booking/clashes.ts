import type { Clash } from "@/lib/booking/get-clash-refusal";

/** What clashed and the nearest free starts, out of a refusal's details; none when it names none. */
export function clashesOf(details: Record<string, unknown> | undefined): Clash[] {
  const clashes = details?.["clashes"];
  return Array.isArray(clashes) ? (clashes as Clash[]) : [];
}
