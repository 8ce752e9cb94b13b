import { beforeEach, describe, expect, it } from "vitest";
import { type BookingId, newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { aGuardian, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aRush, liveBookings, startOf, type Rush } from "@/lib/testing/rush-factory";
import { plusMinutes } from "@/lib/time/instant";
import { bookLessons } from "./book-lessons";
import { cancelBooking } from "./cancel-booking";
import { moveBooking } from "./move-booking";
import type { ShownStart } from "./shown-start";

let rush: Rush;
let mother: SchoolContext;
let father: SchoolContext;
let admin: SchoolContext;
let bookingId: BookingId;

beforeEach(async () => {
  rush = await aRush({ families: 1 });
  const [family] = rush.families;
  if (family === undefined) throw new Error("a rush of one family");
  const dad = await aGuardian(rush.school, { family, givenName: "Tom", kind: "OTHER" });
  mother = family.ctx;
  father = contextOf(rush.school, dad);
  admin = contextOf(rush.school, await anAdmin(rush.school));
  const lessons = [{ week: 4, startsAt: slot(10) }];
  const booked = { enrolmentId: family.enrolment.id, lessons, requestKey: newId() };
  [bookingId] = (await bookLessons(mother, booked)).bookingIds as [BookingId];
});

function slot(n: number) {
  return startOf(rush.school, n);
}

function cancel(ctx: SchoolContext, shown: ShownStart, requestKey = newId()) {
  return cancelBooking(ctx, { bookingId, shown, requestKey });
}

function move(ctx: SchoolContext, shown: ShownStart, to: number) {
  return moveBooking(ctx, { bookingId, shown, startsAt: slot(to), requestKey: newId() });
}

const heldStarts = async () =>
  (await liveBookings(rush.school)).map(({ startsAt }) => Date.parse(startsAt));

describe("a confirmation acts on the start that it showed", () => {
  it("a cancellation of the time before the other parent's move cancels nothing, and says who moved it and where it is", async () => {
    await move(father, slot(10), 8);
    await expect(cancel(mother, slot(10))).rejects.toMatchObject({
      code: "booking-changed",
      details: {
        present: { state: "CONFIRMED", startsAt: slot(8), by: { kind: "guardian", name: "Tom" } },
      },
    });
    expect(await heldStarts()).toEqual([slot(8)]);
    await cancel(mother, slot(8));
    expect(await heldStarts()).toEqual([]);
  });

  it("a move of the time before the other parent's move moves nothing, even where both want the same", async () => {
    await move(father, slot(10), 8);
    for (const to of [5, 8, 10]) {
      await expect(move(mother, slot(10), to)).rejects.toMatchObject({ code: "booking-changed" });
    }
    expect(await heldStarts()).toEqual([slot(8)]);
  });

  it("an admin's stale page cancels and moves nothing", async () => {
    await move(mother, slot(10), 8);
    const present = { startsAt: slot(8), by: { kind: "guardian" } };
    const changed = { code: "booking-changed", details: { present } };
    await expect(cancel(admin, slot(10))).rejects.toMatchObject(changed);
    await expect(move(admin, slot(10), 5)).rejects.toMatchObject(changed);
    expect(await heldStarts()).toEqual([slot(8)]);
  });

  it("a booking that somebody else cancelled says by whom: the school to a family, a colleague to an admin", async () => {
    await cancel(admin, slot(10));
    const states = { code: "not-confirmed", details: { present: { state: "CANCELLED" } } };
    const bySchool = { details: { present: { by: { kind: "school" } } } };
    await expect(cancel(mother, slot(10))).rejects.toMatchObject({ ...states, ...bySchool });
    await expect(move(mother, slot(10), 5)).rejects.toMatchObject({ ...states, ...bySchool });
    const other = contextOf(rush.school, await anAdmin(rush.school));
    await expect(cancel(other, slot(10))).rejects.toMatchObject({
      details: { present: { by: { kind: "staff", name: expect.stringContaining(" ") } } },
    });
  });

  it("the same press again is answered as before, whatever became of the booking since", async () => {
    const requestKey = newId();
    await cancel(mother, slot(10), requestKey);
    expect(await cancel(mother, slot(10), requestKey)).toMatchObject({ repeated: true });
    expect(await cancel(mother, "outdated", requestKey)).toMatchObject({ repeated: true });
  });

  it("what is known to be past does nothing", async () => {
    await expect(cancel(mother, "outdated")).rejects.toMatchObject({ code: "booking-changed" });
    await expect(move(mother, "outdated", 5)).rejects.toMatchObject({ code: "booking-changed" });
    expect(await heldStarts()).toEqual([slot(10)]);
  });

  it("two parents at the same moment, one cancels and one moves: whoever comes second did nothing", async () => {
    for (let round = 0; round < 6; round += 1) {
      const from = (await heldStarts())[0] ?? slot(10);
      const to = from === slot(10) ? 8 : 10;
      const results = await Promise.allSettled([
        cancel(mother, plusMinutes(from as typeof mother.now, 45)),
        move(father, from as typeof mother.now, to),
      ]);
      expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    }
    const from = (await heldStarts())[0] as typeof mother.now;
    const to = from === slot(10) ? 8 : 10;
    const both = await Promise.allSettled([cancel(mother, from), move(father, from, to)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await heldStarts()).toEqual(both[0].status === "fulfilled" ? [] : [slot(to)]);
  });
});

describe("the start is compared under the lock", () => {
  it("a move that commits between the look and the press leaves the press without effect", async () => {
    await superuserQuery(
      `UPDATE lesson SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
       WHERE id = (SELECT lesson_id FROM booking WHERE id = $1)`,
      [bookingId],
    );
    await expect(cancel(mother, slot(10))).rejects.toMatchObject({ code: "booking-changed" });
    await expect(cancel(mother, "as-it-is")).resolves.toMatchObject({ repeated: false });
  });
});
