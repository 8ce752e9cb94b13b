import { expect, it } from "vitest";
import { raceForTravelGaps } from "@/lib/testing/travel-gap-race";
import { bookLessons } from "./book-lessons";

it("a teacher is never booked in two locations without the time to travel, even at the same moment", async () => {
  const pairs = await raceForTravelGaps(bookLessons, 8);
  for (const pair of pairs) {
    expect(pair.map(({ status }) => status).sort()).toEqual(["booked", "refused"]);
  }
});
