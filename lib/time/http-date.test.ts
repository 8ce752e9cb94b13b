import { describe, expect, it } from "vitest";
import { httpDate, parseHttpDate } from "./http-date";
import { asInstant, parseInstant } from "./instant";

describe("moments as HTTP says them", () => {
  it("are in Greenwich time, cut to the second", () => {
    const at = asInstant((parseInstant("2026-11-30T05:00:00Z") ?? 0) + 999);
    expect(httpDate(at)).toBe("Mon, 30 Nov 2026 05:00:00 GMT");
    expect(parseHttpDate(httpDate(at))).toBe(at - 999);
  });

  it.each([
    "",
    "yesterday",
    "2026-11-30T05:00:00Z",
    "Mon, 30 Nov 2026 05:00:00",
    "Mon, 99 Nov 2026 05:00:00 GMT",
  ])("%j is none", (text) => {
    expect(parseHttpDate(text)).toBeNull();
  });
});
