import { describe, expect, test } from "vitest";
import {
  closure,
  dated,
  pianoFoundation,
  planOf,
  SYDNEY,
  weekly,
} from "@/lib/testing/piano-foundation";
import { asDay } from "@/lib/time/day";
import { dayAt, wallTimeAt } from "@/lib/time/zone";
import { freeTimeOfWeek } from "./free-time";

/** "Mon 16:00-17:00" of week 4, 2 to 8 November, or of another. */
function freeTime(changes: Parameters<typeof pianoFoundation>[0], week = 4): string[] {
  return freeTimeOfWeek(pianoFoundation(changes), week).map((part) => {
    const day = dayAt(part.startsAt, SYDNEY).slice(5);
    return `${day} ${wallTimeAt(part.startsAt, SYDNEY)}-${wallTimeAt(part.endsAt, SYDNEY)}`;
  });
}

const OWN = "11-02 16:00-17:00";

describe("Free time of a teacher in a week", () => {
  test("is the weekly windows of the location", () => {
    const elsewhere = { ...weekly(4, "15:00", "18:00"), locationId: "glebe" };
    expect(freeTime({ windows: [weekly(3, "15:00", "18:00"), elsewhere] })).toEqual([
      OWN,
      "11-04 15:00-18:00",
    ]);
  });

  test.each([
    ["2026-11-04", null, true],
    ["2026-11-05", null, false],
    ["2026-01-01", "2026-11-04", true],
    ["2026-01-01", "2026-11-03", false],
  ])("counts a window of Wednesdays from %s to %s on 4 November: %s", (from, until, counts) => {
    const validUntil = until === null ? null : asDay(until);
    const window = { ...weekly(3, "15:00", "18:00"), validFrom: asDay(from), validUntil };
    expect(freeTime({ windows: [window] })).toHaveLength(counts ? 2 : 1);
  });

  test("plus dated extras at the location", () => {
    const elsewhere = { ...dated("2026-11-06", "09:00", "10:00"), locationId: "glebe" };
    expect(freeTime({ extras: [dated("2026-11-05", "09:00", "10:00"), elsewhere] })).toEqual([
      OWN,
      "11-05 09:00-10:00",
    ]);
  });

  test("plus this course's own group time when it does not meet", () => {
    expect(freeTime({})).toEqual([OWN]);
    expect(freeTime({ plan: planOf("GGG-") })).toEqual([OWN]);
    expect(freeTime({}, 5)).toEqual([]);
  });

  test("minus dated blocks, wherever they lie", () => {
    const blocks = [dated("2026-11-02", "16:15", "16:30"), dated("2026-11-04", "00:00", "24:00")];
    expect(freeTime({ windows: [weekly(3, "15:00", "18:00")], blocks })).toEqual([
      "11-02 16:00-16:15",
      "11-02 16:30-17:00",
    ]);
  });

  test("minus closures", () => {
    const windows = [weekly(3, "15:00", "18:00")];
    expect(freeTime({ windows, closures: [closure("2026-11-02")] })).toEqual(["11-04 15:00-18:00"]);
    expect(freeTime({ windows, closures: [closure("2026-11-02", "2026-11-08", "glebe")] })).toEqual(
      [OWN, "11-04 15:00-18:00"],
    );
  });

  test("has touching and overlapping parts merged", () => {
    const windows = [weekly(1, "15:00", "16:00"), weekly(1, "16:30", "18:00")];
    expect(freeTime({ windows })).toEqual(["11-02 15:00-18:00"]);
  });

  test.each([
    ["October", "2026-09-28", "10-03", "10-04", "09-28"],
    ["April", "2026-03-30", "04-04", "04-05", "03-30"],
  ])("keeps its wall-clock times in the week of %s's clock change", (_, from, sat, sun, monday) => {
    const term = { startsOn: asDay(from), endsOn: asDay("2026-12-04") };
    const windows = [weekly(6, "15:00", "18:00"), weekly(7, "00:00", "24:00")];
    expect(freeTime({ term, windows, plan: planOf("I") }, 1)).toEqual([
      `${monday} 16:00-17:00`,
      `${sat} 15:00-18:00`,
      `${sun} 00:00-00:00`,
    ]);
  });
});
