import { describe, expect, it } from "vitest";
import { readClocks } from "./clock-rules";
import { parseInstant, type Instant } from "./instant";
import { asTimeZone } from "./zone";

const at = (iso: string): Instant => {
  const instant = parseInstant(iso);
  if (instant === null) throw new Error(iso);
  return instant;
};

describe("the clocks of a zone", () => {
  it("are read every day, and just before and after each change", () => {
    const zone = asTimeZone("Australia/Sydney");
    const found = readClocks(zone, at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
    expect(found).toHaveLength(365 + 4);
    expect(found).toContainEqual({ zone, at: "2026-04-04T15:59:59Z", offsetSeconds: 39_600 });
    expect(found).toContainEqual({ zone, at: "2026-04-04T16:00:00Z", offsetSeconds: 36_000 });
    expect(found).toContainEqual({ zone, at: "2026-10-03T15:59:59Z", offsetSeconds: 36_000 });
    expect(found).toContainEqual({ zone, at: "2026-10-03T16:00:00Z", offsetSeconds: 39_600 });
  });

  it("that never change are read every day", () => {
    const zone = asTimeZone("Australia/Brisbane");
    const found = readClocks(zone, at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
    expect(new Set(found.map(({ offsetSeconds }) => offsetSeconds))).toEqual(new Set([36_000]));
    expect(found).toHaveLength(365);
  });
});
