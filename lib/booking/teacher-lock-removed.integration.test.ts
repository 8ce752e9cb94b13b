import { expect, it } from "vitest";
import { useChangedCopy } from "@/lib/testing/database";
import { raceForTravelGaps } from "@/lib/testing/travel-gap-race";

const LOCK = "PERFORM pg_advisory_xact_lock(teacher_lock_key(v_for.teacher_id));";

await useChangedCopy(`DO $$
  DECLARE v_whole text := pg_get_functiondef('book_lessons'::regproc);
  BEGIN
    IF position('${LOCK}' IN v_whole) = 0 THEN RAISE 'the lock is not where it was'; END IF;
    EXECUTE replace(v_whole, '${LOCK}', '');
  END $$`);
const { bookLessons } = await import("./book-lessons");

it("without the teacher's lock two locations would both get the teacher: the check alone is not enough", async () => {
  const pairs = await raceForTravelGaps(bookLessons, 8);
  const both = pairs.filter((pair) => pair.every(({ status }) => status === "booked"));
  expect(both.length).toBeGreaterThan(0);
});
