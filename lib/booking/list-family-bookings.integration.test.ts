import { describe, expect, it } from "vitest";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamily, aGuardian, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at } from "@/lib/testing/school-factory";
import { cancelBooking } from "./cancel-booking";
import { getFamilyBooking, listFamilyBookings } from "./list-family-bookings";
import { moveBooking } from "./move-booking";

async function aFamilyWithBooking() {
  const school = await aSchool();
  const family = await aFamily(school, { students: ["Mia"] });
  const course = await aHybridCourse(school, { plan: "GIGI" });
  await anAvailability(school, course.teacher, { location: course.room.location });
  const enrolment = await anEnrolment(course, family.students[0]);
  const booking = await aBooking(enrolment, { week: 2, startsAt: at(school, "2026-10-19 15:00") });
  return { school, family, enrolment, booking };
}

const PAGE = { page: 1, pageSize: 1 };

describe("a family's bookings", () => {
  it("tell who moved and who cancelled, when and why", async () => {
    const { school, family, booking } = await aFamilyWithBooking();
    const aunt = await aGuardian(school, { family, givenName: "Ann", kind: "OTHER" });
    const [mother, other] = [contextOf(school, family.guardian), contextOf(school, aunt)];
    const startsAt = at(school, "2026-10-19 15:45");
    await moveBooking(other, {
      shown: "as-it-is",
      bookingId: booking.id,
      startsAt,
      requestKey: "move",
    });
    await cancelBooking(mother, {
      shown: "as-it-is",
      bookingId: booking.id,
      note: "Camp",
      requestKey: "cancel",
    });

    const seen = await getFamilyBooking(mother, booking.id);
    expect(seen?.moves).toMatchObject([
      { toStartsAt: startsAt, by: { kind: "guardian", name: "Ann" } },
    ]);
    expect(seen?.cancelled).toMatchObject({ by: { kind: "you" }, reason: "FAMILY", note: "Camp" });
    expect((await getFamilyBooking(other, booking.id))?.cancelled?.by.kind).toBe("guardian");
  });

  it("name the school where an admin cancelled", async () => {
    const { school, family, booking } = await aFamilyWithBooking();
    const admin = contextOf(school, await anAdmin(school));
    await cancelBooking(admin, { shown: "as-it-is", bookingId: booking.id, requestKey: null });
    const seen = await getFamilyBooking(contextOf(school, family.guardian), booking.id);
    expect(seen?.cancelled).toMatchObject({ by: { kind: "school" }, reason: "SCHOOL" });
  });

  it("come page by page: those ahead soonest first, cancelled ones with the past", async () => {
    const { school, family, enrolment, booking } = await aFamilyWithBooking();
    const later = await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 15:00") });
    const ctx = contextOf(school, family.guardian);
    const first = await listFamilyBookings(ctx, { view: "ahead", ...PAGE });
    expect([first.bookings[0]?.id, first.more]).toEqual([booking.id, true]);
    const second = await listFamilyBookings(ctx, { view: "ahead", ...PAGE, page: 2 });
    expect([second.bookings[0]?.id, second.more]).toEqual([later.id, false]);

    await cancelBooking(ctx, { shown: "as-it-is", bookingId: booking.id, requestKey: null });
    const past = await listFamilyBookings(ctx, { view: "past", ...PAGE });
    expect(past.bookings.map(({ id }) => id)).toEqual([booking.id]);
  });

  it("are not there for another family", async () => {
    const { school, booking } = await aFamilyWithBooking();
    const others = contextOf(school, (await aFamily(school)).guardian);
    expect(await getFamilyBooking(others, booking.id)).toBeNull();
    expect((await listFamilyBookings(others, { view: "ahead", ...PAGE })).bookings).toEqual([]);
  });
});
