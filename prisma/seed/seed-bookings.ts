import { bookLessons } from "@/lib/booking/book-lessons";
import { listSlots } from "@/lib/booking/slots/list-slots";
import type { BookingId } from "@/lib/ids";
import { asInstant, HOUR_MS } from "@/lib/time/instant";
import { dayIn } from "./calendar";
import type { SeededCourse, SeededEnrolment } from "./seed-courses";
import { asGuardian, momentOf, type Seeding } from "./seeding";

type WantedLesson = { course: SeededCourse; enrolment: SeededEnrolment; week: number };

/** Every booking that the course's plan names, by the first families of its roll. */
export async function seedBookings(seeding: Seeding, course: SeededCourse): Promise<void> {
  for (const [week, count] of Object.entries(course.plan.hybrid?.booked ?? {})) {
    for (const enrolment of course.enrolments.slice(0, count)) {
      await seedBooking(seeding, { course, enrolment, week: Number(week) });
    }
  }
}

/** A booking by the student's guardian a few hours after the window opened; null when nothing is free. */
export async function seedBooking(
  { ctx, now, random }: Seeding,
  { course, enrolment, week }: WantedLesson,
): Promise<BookingId | null> {
  const opens = course.plan.hybrid?.window?.opens ?? [1, 1];
  const hours = 2 + random.below(9);
  const bookedAt = momentOf(ctx, dayIn(course.term, ...opens), "09:00") + hours * HOUR_MS;
  const moment = { ...ctx, now: asInstant(Math.min(bookedAt, now)) };
  const family = asGuardian(moment, enrolment.student.guardianId);
  const { slots } = await listSlots(family, { enrolmentId: enrolment.id, week });
  if (slots.length === 0) return null;
  const { bookingIds } = await bookLessons(family, {
    enrolmentId: enrolment.id,
    lessons: [{ week, startsAt: random.pick(slots).startsAt }],
    requestKey: null,
  });
  return bookingIds[0] ?? null;
}
