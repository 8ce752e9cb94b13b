import fc from "fast-check";
import { expect, test } from "vitest";
import { addMoney, allocate, formatMoney, money, shareOf } from "./money";

function aud(minor: number) {
  return money(minor, "AUD");
}

test("Amounts are whole cents of one currency", () => {
  expect(addMoney(aud(24_500), aud(15_000))).toEqual(aud(39_500));
  expect(() => money(0.5, "AUD")).toThrow(RangeError);
  expect(() => addMoney(aud(1), money(1, "NZD"))).toThrow(RangeError);
});

test.each([
  [80_800, 1, 10, 8_080],
  [5, 1, 10, 1],
  [4, 1, 10, 0],
  [15, 1, 10, 2],
  [-5, 1, 10, -1],
  [100, 1, 3, 33],
])("Half a cent goes up: %i x %i/%i is %i", (minor, numerator, denominator, share) => {
  expect(shareOf(aud(minor), numerator, denominator)).toEqual(aud(share));
});

test("Splitting an amount loses no cent and no part is a whole cent off", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 })
    .filter((list) => list.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 1_000_000 }), weights, (minor, list) => {
      const total = list.reduce((sum, weight) => sum + weight, 0);
      const parts = allocate(aud(minor), list);
      expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(minor);
      parts.forEach((part, index) => {
        expect(Math.abs(part.minor - (minor * (list[index] ?? 0)) / total)).toBeLessThan(1);
      });
    }),
  );
});

test("What is left over goes to the largest remainder, of equal ones to the first", () => {
  expect(allocate(aud(100), [1, 1, 1]).map(({ minor }) => minor)).toEqual([34, 33, 33]);
  expect(allocate(aud(10), [1, 2, 1]).map(({ minor }) => minor)).toEqual([3, 5, 2]);
});

test("Money is written in its currency", () => {
  expect(formatMoney(aud(88_880), "en-AU")).toBe("$888.80");
});
