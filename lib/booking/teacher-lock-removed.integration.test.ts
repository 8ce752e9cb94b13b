import { expect, it } from "vitest";
import { functionWithout, useChangedCopy } from "@/lib/testing/database";
import { raceForTravelGaps, raceMovesForTravelGaps } from "@/lib/testing/travel-gap-race";

const BOOKING_LOCK = "PERFORM pg_advisory_xact_lock(teacher_lock_key(v_for.teacher_id));";
const MOVING_LOCK = "PERFORM pg_advisory_xact_lock(teacher_lock_key(v_lesson.teacher_id));";

await useChangedCopy(
  functionWithout("book_lessons", BOOKING_LOCK) + functionWithout("move_booking", MOVING_LOCK),
);
const { bookLessons } = await import("./book-lessons");
const { moveBooking } = await import("./move-booking");

it.each([
  ["book", () => raceForTravelGaps(bookLessons, 8)],
  ["move", () => raceMovesForTravelGaps(moveBooking, 8)],
])(
  "without the teacher's lock two that %s would both get the teacher in two locations: the check alone is not enough",
  async (_how, race) => {
    const both = (await race()).filter((pair) => pair.every(({ status }) => status === "booked"));
    expect(both.length).toBeGreaterThan(0);
  },
);
