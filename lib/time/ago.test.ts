import { expect, it } from "vitest";
import { formatAgo } from "./ago";
import { asInstant, HOUR_MS, MINUTE_MS } from "./instant";

const NOW = asInstant(1_800_000_000_000);

it.each([
  [0, "0 seconds ago"],
  [20_000, "20 seconds ago"],
  [59_999, "59 seconds ago"],
  [MINUTE_MS, "1 minute ago"],
  [119 * MINUTE_MS, "1 hour ago"],
  [23 * HOUR_MS, "23 hours ago"],
  [49 * HOUR_MS, "2 days ago"],
])("%i milliseconds are said as %s", (elapsed, words) => {
  expect(formatAgo(asInstant(NOW - elapsed), NOW, "en-AU")).toBe(words);
});

it("says of what a clock ahead of ours calls the future that it is now", () => {
  expect(formatAgo(asInstant(NOW + 5_000), NOW, "en-AU")).toBe("0 seconds ago");
});
