import { expect, it } from "vitest";
import { type BookingId, newId } from "@/lib/ids";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at } from "@/lib/testing/school-factory";
import { asInstant } from "@/lib/time/instant";
import { bookLessons } from "../book-lessons";
import { cancelBooking } from "../cancel-booking";
import { getFamilyBooking } from "../list-family-bookings";
import { moveBooking } from "../move-booking";
import { getDeskBooking } from "./get-desk-booking";

it("Staff read who overrode the rules, when and why; the family reads only the note for it", async () => {
  const school = await aSchool();
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  await anAvailability(school, course.teacher, { location: course.room.location });
  const family = await aFamily(school);
  const enrolment = await anEnrolment(course, family.students[0]);
  const start = (time: string) => at(school, `2026-11-02 ${time}`);
  const boss = await anAdmin(school, { givenName: "Grace", familyName: "Boss" });
  const late = contextOf(school, boss, { now: asInstant(start("15:00") - 1) });
  const lessons = [{ week: 4, startsAt: start("16:00") }];
  const { bookingIds } = await bookLessons(late, {
    ...{ enrolmentId: enrolment.id, lessons, requestKey: newId() },
    overrideReason: "They rang",
  });
  const bookingId = bookingIds[0] as BookingId;
  await moveBooking(late, {
    ...{ bookingId, shown: start("16:00"), startsAt: start("17:00"), requestKey: null },
    overrideReason: "Room trouble",
  });
  await cancelBooking(late, {
    ...{ bookingId, shown: start("17:00"), requestKey: null },
    ...{ note: "Sorry, see you next week", overrideReason: "Teacher ill" },
  });
  const { history } = await getDeskBooking(late, bookingId);
  expect(history).toMatchObject([
    { what: "booked", by: "Grace Boss", at: late.now, overrideReason: "They rang" },
    { what: "moved", by: "Grace Boss", overrideReason: "Room trouble" },
    {
      ...{ what: "cancelled", by: "Grace Boss", overrideReason: "Teacher ill" },
      note: "Sorry, see you next week",
    },
  ]);
  const seen = JSON.stringify(
    await getFamilyBooking(contextOf(school, family.guardian), bookingId),
  );
  expect(seen).toContain("Sorry, see you next week");
  for (const reason of ["They rang", "Room trouble", "Teacher ill"]) {
    expect(seen).not.toContain(reason);
  }
});
