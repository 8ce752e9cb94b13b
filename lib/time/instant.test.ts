import { describe, expect, test } from "vitest";
import { asInstant, isoFromInstant, parseInstant, plusHours, plusMinutes } from "./instant";

describe("instants", () => {
  test.each([
    ["2026-10-01T06:00:00Z", "2026-10-01T06:00:00Z"],
    ["2026-10-01T16:00:00+10:00", "2026-10-01T06:00:00Z"],
    ["2026-10-01T16:00+10:00", "2026-10-01T06:00:00Z"],
    ["2026-10-01T06:00:00.250Z", "2026-10-01T06:00:00.250Z"],
    ["2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00Z"],
  ])("%s is read as %s", (text, iso) => {
    const instant = parseInstant(text);
    expect(instant === null ? null : isoFromInstant(instant)).toBe(iso);
  });

  test.each([
    "",
    "2026-10-01",
    "2026-10-01T06:00:00",
    "2026-02-30T06:00:00Z",
    "2026-10-01T24:00:00Z",
    "2026-10-01T06:60:00Z",
    "2026-10-01 06:00:00Z",
    "2026-10-01T06:00:00z",
    "2026-10-01T06:00:00+25:00",
    "2026-10-01T06:00:00+00",
    "2026-10-01T06:00:00+0000",
    "0000-01-01T00:00:00Z",
    "1790841600000",
    " 2026-10-01T06:00:00Z",
  ])("%j is no instant", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test("minutes and hours are elapsed time", () => {
    expect(plusHours(asInstant(0), 24)).toBe(86_400_000);
    expect(plusMinutes(asInstant(0), -5)).toBe(-300_000);
  });
});
