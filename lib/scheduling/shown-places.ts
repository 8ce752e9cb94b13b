import type { Shown } from "@/lib/values/shown-record";

type Location = { name: string; address?: string | null; phone?: string | null };
type Room = { name: string; capacity: number; instruments: readonly string[] };

export type LocationField = keyof Location;
export type RoomField = keyof Room;

/** A location as its form shows it. */
export function locationShown({ name, address, phone }: Location): Shown<LocationField> {
  return { name, address: address ?? "", phone: phone ?? "" };
}

export function roomShown({ name, capacity, instruments }: Room): Shown<RoomField> {
  return { name, capacity: String(capacity), instruments: instruments.join(", ") };
}

export function termShown({ name }: { name: string }): Shown<"name"> {
  return { name };
}
