import { expect, test } from "vitest";
import { room } from "@/lib/testing/piano-foundation";
import { roomsInOrder } from "./room-choice";

const rooms = [
  room("hall", 30),
  room("b", 2),
  room("a", 2),
  room("drum cave", 1, ["drums"]),
  room("piano nook", 1, ["piano"]),
];

function order(roomId: string, instrument: string | null): string[] {
  return roomsInOrder({ roomId, instrument }, rooms).map(({ name }) => name);
}

test("The course's room comes first, then the smallest fitting one, ties by name", () => {
  expect(order("hall", "piano")).toEqual(["hall", "piano nook", "a", "b"]);
});

test("Rooms list what they are fitted for; none listed means all", () => {
  expect(order("a", "drums")).toEqual(["a", "drum cave", "b", "hall"]);
  expect(order("a", "violin")).toEqual(["a", "b", "hall"]);
});

test("The course's room is taken whatever it lists", () => {
  expect(order("drum cave", "piano")[0]).toBe("drum cave");
});

test("A course without an instrument fits every room, and one whose room is gone has the others", () => {
  expect(order("attic", null)).toEqual(["drum cave", "piano nook", "a", "b", "hall"]);
});
