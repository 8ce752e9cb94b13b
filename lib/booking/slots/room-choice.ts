import { overlaps, type Interval } from "@/lib/time/interval";
import type { RoomLesson, SlotRoom } from "./slot-facts";

type CourseRoom = { roomId: string; instrument: string | null };

/**
 * The rooms a lesson may be in, in order of preference: the course's room, then the rooms fit for
 * the instrument, smallest first, ties by name. A course without an instrument fits every room.
 */
export function roomsInOrder(course: CourseRoom, rooms: readonly SlotRoom[]): SlotRoom[] {
  const own = rooms.filter((room) => room.id === course.roomId);
  const others = rooms.filter(
    (room) => room.id !== course.roomId && isFit(room, course.instrument),
  );
  return [...own, ...others.sort(bySize)];
}

/** Those of `rooms` in which nothing happens during the lesson, in the order given. */
export function freeRooms(
  lesson: Interval,
  rooms: readonly SlotRoom[],
  roomLessons: readonly RoomLesson[],
): SlotRoom[] {
  const taken = new Set<string>();
  for (const other of roomLessons) if (overlaps(lesson, other)) taken.add(other.roomId);
  return rooms.filter((room) => !taken.has(room.id));
}

function isFit(room: SlotRoom, instrument: string | null): boolean {
  return (
    instrument === null || room.instruments.length === 0 || room.instruments.includes(instrument)
  );
}

function bySize(a: SlotRoom, b: SlotRoom): number {
  if (a.capacity !== b.capacity) return a.capacity - b.capacity;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
