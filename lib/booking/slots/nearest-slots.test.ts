import { expect, test } from "vitest";
import { asInstant } from "@/lib/time/instant";
import { nearestSlots } from "./nearest-slots";

const slots = [10, 20, 30, 40, 50].map((minute) => ({ startsAt: asInstant(minute * 60_000) }));

test.each([
  [30, 3, [30, 20, 40]],
  [35, 2, [30, 40]],
  [0, 2, [10, 20]],
  [99, 9, [50, 40, 30, 20, 10]],
])("The free starts nearest to minute %i, of two as near the earlier", (wanted, count, minutes) => {
  const found = nearestSlots(slots, asInstant(wanted * 60_000), count);
  expect(found.map(({ startsAt }) => startsAt / 60_000)).toEqual(minutes);
});
