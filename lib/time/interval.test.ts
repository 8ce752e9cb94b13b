import fc from "fast-check";
import { expect, test } from "vitest";
import { asInstant } from "./instant";
import { mergeIntervals, overlaps, subtractIntervals, type Interval } from "./interval";

function part(from: number, to: number): Interval {
  return { startsAt: asInstant(from), endsAt: asInstant(to) };
}

const parts = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }))
    .map(([from, length]) => part(from, from + length)),
  { maxLength: 8 },
);

function covers(list: readonly Interval[], moment: number): boolean {
  return list.some((one) => one.startsAt <= moment && moment < one.endsAt);
}

test("a lesson that ends at 5 does not meet one that starts at 5", () => {
  expect(overlaps(part(4, 5), part(5, 6))).toBe(false);
  expect(overlaps(part(4, 6), part(5, 7))).toBe(true);
});

test("touching parts are merged", () => {
  expect(mergeIntervals([part(5, 6), part(1, 2), part(2, 3), part(4, 4)])).toEqual([
    part(1, 3),
    part(5, 6),
  ]);
});

test("what is taken out in the middle leaves both ends", () => {
  expect(subtractIntervals([part(0, 10)], [part(4, 6)])).toEqual([part(0, 4), part(6, 10)]);
});

test("no moment is gained or lost by merging and subtracting", () => {
  fc.assert(
    fc.property(parts, parts, (from, minus) => {
      const merged = mergeIntervals(from);
      const left = subtractIntervals(from, minus);
      for (let moment = 0; moment <= 52; moment += 1) {
        expect(covers(merged, moment)).toBe(covers(from, moment));
        expect(covers(left, moment)).toBe(covers(from, moment) && !covers(minus, moment));
      }
      for (const list of [merged, left]) {
        list.slice(1).forEach((one, index) => {
          expect(one.startsAt).toBeGreaterThan(list[index]?.endsAt ?? Infinity);
        });
      }
    }),
  );
});
