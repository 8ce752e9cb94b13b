import { expect, it } from "vitest";
import { raceForTravelGaps, raceMovesForTravelGaps } from "@/lib/testing/travel-gap-race";
import { bookLessons } from "./book-lessons";
import { moveBooking } from "./move-booking";

it.each([
  ["booked", () => raceForTravelGaps(bookLessons, 8)],
  ["moved", () => raceMovesForTravelGaps(moveBooking, 8)],
])(
  "a teacher is never %s into two locations without the time to travel, even at the same moment",
  async (_how, race) => {
    for (const pair of await race()) {
      expect(pair.map(({ status }) => status).sort()).toEqual(["booked", "refused"]);
    }
  },
);
