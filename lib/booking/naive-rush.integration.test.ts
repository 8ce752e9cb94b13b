import { expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { useChangedCopy } from "@/lib/testing/database";
import {
  aRush,
  expectOneWinner,
  outcomesOf,
  overlaps,
  startOf,
  type RushFamily,
} from "@/lib/testing/rush-factory";
import type { TestSchool } from "@/lib/testing/school-factory";
import { dateFromInstant, plusMinutes } from "@/lib/time/instant";

await useChangedCopy("ALTER TABLE reservation DROP CONSTRAINT reservation_no_overlap");
const { inSchool } = await import("@/lib/db/in-school");
const { decideFamilyStart } = await import("./decide-start");
const { getClashRefusal } = await import("./get-clash-refusal");
const { getBookingFacts } = await import("./get-booking-facts");

/** The same rules, but check-then-insert: what the facts allowed is written without another look. */
async function bookNaively({ ctx, enrolment }: RushFamily, school: TestSchool, slot: number) {
  const startsAt = startOf(school, slot);
  const query = { week: 4, now: ctx.now };
  const facts = await getBookingFacts(ctx, { enrolmentId: enrolment.id, weeks: [4] });
  const verdict = decideFamilyStart(facts, query, startsAt);
  if (!verdict.ok)
    throw await getClashRefusal(ctx, facts, [{ query, startsAt, code: verdict.code }]);
  const { teacherId, locationId, id: courseId, lessonMinutes } = facts.course;
  const roomId = verdict.roomIds[0] ?? "";
  const times = {
    startsAt: dateFromInstant(startsAt),
    endsAt: dateFromInstant(plusMinutes(startsAt, lessonMinutes)),
  };
  const ids = { lessonId: newId(), bookingId: newId(), studentId: facts.enrolment.studentId };
  await inSchool(ctx, async (db) => {
    await db.$executeRaw`SELECT set_config('app.schedule_change', 'booking', true)`;
    const lesson = { ...times, id: ids.lessonId, courseId, teacherId, locationId, roomId, week: 4 };
    await db.lesson.create({
      data: { ...lesson, kind: "INDIVIDUAL", enrolmentId: enrolment.id },
    });
    const reserved = { ...times, lessonId: ids.lessonId };
    await db.reservation.createMany({
      data: [
        { ...reserved, resourceId: teacherId, teacherId },
        { ...reserved, resourceId: ids.studentId, studentId: ids.studentId },
        { ...reserved, resourceId: roomId, roomId },
      ],
    });
    const booking = { id: ids.bookingId, enrolmentId: enrolment.id, lessonId: ids.lessonId };
    await db.booking.create({
      data: { ...booking, week: 4, bookedAt: dateFromInstant(ctx.now), bookedById: null },
    });
  });
  return { bookingIds: [ids.bookingId] };
}

it("check-then-insert without the constraint sells the slot again, and the rush test says so", async () => {
  const { school, families } = await aRush({ families: 20 });
  const presses = families.map((family) => bookNaively(family, school, 7));
  const outcomes = await outcomesOf(presses);
  await expect(expectOneWinner(school, outcomes)).rejects.toThrow();
  expect(await overlaps(school)).toBeGreaterThan(0);
});
