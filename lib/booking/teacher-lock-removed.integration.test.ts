import { expect, it } from "vitest";
import { useChangedCopy } from "@/lib/testing/database";
import { raceForTravelGaps, raceMovesForTravelGaps } from "@/lib/testing/travel-gap-race";

const BOOKING_LOCK = "PERFORM pg_advisory_xact_lock(teacher_lock_key(v_for.teacher_id));";
const MOVING_LOCK = "PERFORM pg_advisory_xact_lock(teacher_lock_key(v_lesson.teacher_id));";

function without(lock: string, name: string): string {
  return `DO $$
    DECLARE v_whole text := pg_get_functiondef('${name}'::regproc);
    BEGIN
      IF position('${lock}' IN v_whole) = 0 THEN RAISE 'the lock is not where it was'; END IF;
      EXECUTE replace(v_whole, '${lock}', '');
    END $$;`;
}

await useChangedCopy(without(BOOKING_LOCK, "book_lessons") + without(MOVING_LOCK, "move_booking"));
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
