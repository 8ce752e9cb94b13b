import { describe, expect, it } from "vitest";
import { asDay } from "@/lib/time/day";
import { asInstant } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import { commonTimes } from "./common-times";
import type { Slot } from "./slots";

function slot(day: string, time: string): Slot {
  const at = asInstant(0);
  const room = { roomId: "room", roomName: "Room", roomIds: ["room"] };
  return {
    ...room,
    startsAt: at,
    endsAt: at,
    day: asDay(day),
    time: asWallTime(time),
    besideSibling: null,
  };
}

describe("the same time every week", () => {
  it("counts in how many weeks a weekday and time is free, by weekday and time", () => {
    const weeks = [
      { slots: [slot("2026-11-30", "16:00"), slot("2026-11-30", "15:00")] },
      { slots: [slot("2026-12-08", "09:00"), slot("2026-12-07", "16:00")] },
    ];
    expect(commonTimes(weeks)).toEqual([
      { weekday: 1, time: "15:00", weeksFree: 1, firstAt: 0 },
      { weekday: 1, time: "16:00", weeksFree: 2, firstAt: 0 },
      { weekday: 2, time: "09:00", weeksFree: 1, firstAt: 0 },
    ]);
  });
});
