import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { atOnce } from "@/lib/testing/at-once";
import { aBooking } from "@/lib/testing/booking-factory";
import {
  aRush,
  liveBookings,
  outcomesOf,
  overlaps,
  startOf,
  weekOf,
  type RushFamily,
} from "@/lib/testing/rush-factory";
import { aHybridCourse } from "@/lib/testing/scheduling-factory";
import { aRoom } from "@/lib/testing/school-factory";
import { plusMinutes } from "@/lib/time/instant";
import { bookLessons } from "./book-lessons";

function press({ ctx, enrolment }: RushFamily, slot: number, minutesLater = 0) {
  const startsAt = plusMinutes(startOf(enrolment.course.school, slot), minutesLater);
  const lessons = [{ week: weekOf(slot), startsAt }];
  return bookLessons(ctx, { enrolmentId: enrolment.id, lessons, requestKey: newId() });
}

describe("between the decision and the write", () => {
  it("a day that the school closes meanwhile is not booked: what was decided before is decided again", async () => {
    const { school, families } = await aRush({ families: 2 });
    const presses = await atOnce(
      school,
      () => outcomesOf(families.map((family, slot) => press(family, slot))),
      async (query) => {
        await query(
          `INSERT INTO closure (school_id, id, name, starts_on, ends_on)
           VALUES ($1, $2, 'Flood', '2026-11-02', '2026-11-02')`,
          [school.id, newId()],
        );
        await query("UPDATE school SET schedule_version = schedule_version + 1 WHERE id = $1", [
          school.id,
        ]);
      },
    );
    expect(presses).toMatchObject([
      { status: "refused", code: "closed-day" },
      { status: "refused", code: "closed-day" },
    ]);
    expect(await liveBookings(school)).toEqual([]);
  });
});

describe("two teachers' families whose first room is taken", () => {
  it.each([
    ["at the same times", 0],
    ["at times that overlap", 15],
  ])(
    "have the two rooms that are left, %s in the same moment, and none is told that the time is gone",
    async (_, minutesLater) => {
      const slots = [0, 2, 4, 6, 8, 10, 12, 14];
      const families = slots.length;
      const first = await aRush({ families });
      const { school } = first;
      const { room, term } = first.course;
      const aNeighbour = async () => {
        const shared = { room, term, plan: "IIIIIIIIII", capacity: 300 };
        const course = await aHybridCourse(school, { ...shared, slotStepMinutes: 15 });
        return aRush({ school, course, families });
      };
      const [second, inTheWay] = [await aNeighbour(), await aNeighbour()];
      for (const name of ["Attic", "Balcony"])
        await aRoom(school, { name, location: room.location });
      for (const [n, { enrolment }] of inTheWay.families.entries()) {
        const slot = slots[n] ?? 0;
        await aBooking(enrolment, { week: weekOf(slot), startsAt: startOf(school, slot), room });
      }
      const told = await atOnce(school, () =>
        outcomesOf([
          ...first.families.map((family, n) => press(family, slots[n] ?? 0)),
          ...second.families.map((family, n) => press(family, slots[n] ?? 0, minutesLater)),
        ]),
      );
      expect(told.filter(({ status }) => status !== "booked")).toEqual([]);
      expect(await overlaps(school)).toBe(0);
    },
  );
});
