import { expect, it } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import { newId, type OutboxEventId } from "@/lib/ids";
import { findMailBars } from "@/lib/notifications/choices/find-mail-bars";
import { setMailPreferences } from "@/lib/notifications/choices/set-mail-preferences";
import { aBooking } from "@/lib/testing/booking-factory";
import { insertRow } from "@/lib/testing/insert-row";
import { aFamily, contextOf, systemContextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW } from "@/lib/testing/school-factory";
import type { Telling } from "./telling";
import { tellTeacherCancelled, tellTeacherMoved } from "./tell-teacher";

async function aTaughtLesson(state: "CONFIRMED" | "CANCELLED") {
  const school = await aSchool();
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  const enrolment = await anEnrolment(course, (await aFamily(school)).students[0]);
  const startsAt = at(school, "2026-11-02 17:00");
  const booking = await aBooking(enrolment, { week: 4, startsAt, state });
  const mails = async <E extends EventDefinition>(
    telling: Telling<E>,
    data: OwedEvent<E>["data"],
  ) => {
    const event = { id: newId<OutboxEventId>(), data };
    return telling.tell(systemContextOf(school), event);
  };
  return { school, course, booking, startsAt, mails };
}

it("A booked lesson that is cancelled is told to its teacher by email too", async () => {
  const { course, booking, mails } = await aTaughtLesson("CANCELLED");
  const data = { bookingId: booking.id, actorId: null };
  const [told, ...more] = await mails(tellTeacherCancelled, data);
  expect(more).toEqual([]);
  expect(told?.recipient.personId).toBe(course.teacher.id);
  expect(told?.mail?.subject).toMatch(/^Cancelled: Mia, .*, Mon 2 Nov, 5:00 pm$/);
  expect(told?.notice?.title).toBe(told?.mail?.subject);
});

it("A booked lesson that is moved is told to its teacher by email too, with when it was", async () => {
  const { school, booking, startsAt, mails } = await aTaughtLesson("CONFIRMED");
  const move = { id: newId(), fromStartsAt: new Date(at(school, "2026-11-03 16:00")) };
  await insertRow("booking_move", {
    ...{ ...move, schoolId: school.id, bookingId: booking.id },
    ...{ toStartsAt: new Date(startsAt), movedAt: new Date(TEST_NOW) },
  });
  const data = { bookingId: booking.id, moveId: move.id, actorId: null };
  const [told] = await mails(tellTeacherMoved, data);
  expect(told?.mail?.subject).toMatch(/^Moved: Mia, .*, now Mon 2 Nov, 5:00 pm$/);
  expect(told?.mail?.content.preview).toBe("It was Tue 3 Nov, 4:00 pm");
});

it("A teacher turns this email off like any other", async () => {
  const { school, course } = await aTaughtLesson("CONFIRMED");
  const { personId } = course.teacher;
  const ctx = contextOf(school, course.teacher);
  await setMailPreferences(ctx, {
    shown: ["teacher-lesson"],
    ticked: ["teacher-lesson"],
    wanted: [],
  });
  const bars = await inSchool(systemContextOf(school), (db) =>
    findMailBars(db, "teacher-lesson-moved", [{ personId, email: "teacher@school.example" }]),
  );
  expect(bars.get(personId)).toBe("UNSUBSCRIBED");
});
