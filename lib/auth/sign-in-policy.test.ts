import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS, asInstant, type Instant } from "@/lib/time/instant";
import { verdictOn, waitWords, type CountKind } from "./sign-in-policy";

const NOW = asInstant(Date.UTC(2026, 9, 5));
const before = (ms: number) => asInstant(NOW - ms);
const failed = (
  failures: number,
  { since = NOW, lastAt = NOW }: Partial<Record<"since" | "lastAt", Instant>> = {},
) => ({ failures, since, lastAt });

describe("after how many wrong passwords one waits, and how long", () => {
  it.each<[string, CountKind, ReturnType<typeof failed> | null, number]>([
    ["nobody waits before the first", "pair", null, 0],
    ["nine failures at an address are no reason to wait", "pair", failed(9), 0],
    ["the tenth is: a second", "pair", failed(10), 1],
    ["then two", "pair", failed(11), 2],
    ["then four", "pair", failed(12), 4],
    ["then thirty-two", "pair", failed(15), 32],
    ["a minute at most", "pair", failed(16), 60],
    ["a minute at most, however many", "pair", failed(500), 60],
    ["what has passed already is waited no more", "pair", failed(12, { lastAt: before(3_000) }), 1],
    ["whoever waited may try again", "pair", failed(12, { lastAt: before(4_000) }), 0],
    ["after 15 minutes all is forgotten", "pair", failed(99, { since: before(15 * MINUTE_MS) }), 0],
    [
      "nobody waits for longer than that",
      "pair",
      failed(99, { since: before(15 * MINUTE_MS - 5_000) }),
      5,
    ],
    ["a known device is counted alike, for itself", "device", failed(12), 4],
    ["an address may fail 99 times", "address", failed(99), 0],
    [
      "with a hundred it waits for its 15 minutes to end",
      "address",
      failed(100, { since: before(MINUTE_MS) }),
      14 * 60,
    ],
    ["and starts anew then", "address", failed(100, { since: before(15 * MINUTE_MS) }), 0],
    ["an account may fail 99 times a day", "day", failed(99, { since: before(20 * HOUR_MS) }), 0],
    [
      "with a hundred it waits for its day to end",
      "day",
      failed(100, { since: before(23 * HOUR_MS) }),
      3600,
    ],
    ["so does a known device", "device-day", failed(100, { since: before(23 * HOUR_MS) }), 3600],
  ])("%s", (_, kind, count, seconds) => {
    const verdict = verdictOn(kind, count, NOW);
    expect(verdict.ok ? 0 : verdict.waitMs / 1_000).toBe(seconds);
    if (!verdict.ok)
      expect(verdict.code).toBe(/day/.test(kind) ? "only-reset-link" : "too-many-attempts");
  });

  it("counts what may be compared as a failure from the start, in a new window where the old is over", () => {
    expect(verdictOn("pair", failed(9, { since: before(5) }), NOW)).toEqual({
      ...{ ok: true, isLast: true },
      next: { failures: 10, since: before(5), lastAt: NOW },
    });
    expect(verdictOn("pair", failed(50, { since: before(16 * MINUTE_MS) }), NOW)).toEqual({
      ...{ ok: true, isLast: false },
      next: { failures: 1, since: NOW, lastAt: NOW },
    });
  });

  it.each([
    [1, "1 second"],
    [1_001, "2 seconds"],
    [90_000, "90 seconds"],
    [91_000, "2 minutes"],
    [14 * MINUTE_MS, "14 minutes"],
    [24 * HOUR_MS, "24 hours"],
  ])("%i ms is said as %s", (ms, words) => {
    expect(waitWords(ms)).toBe(words);
  });
});
