import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { openMailStage } from "@/lib/testing/mail-stage";
import { deliveryState } from "@/lib/testing/owed-mail-factory";
import { aFamily, type TestFamily } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, systemNow } from "@/lib/time/instant";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const stage = await openMailStage(async () => [
  (await import("./tellings/tell-booking-confirmed")).tellBookingConfirmed,
  (await import("./tellings/tell-booking-moved")).tellBookingMoved,
  (await import("./tellings/tell-window-opened")).tellUnbookedReminded,
]);
const { tellBookingConfirmed } = await import("./tellings/tell-booking-confirmed");
const { tellBookingMoved } = await import("./tellings/tell-booking-moved");
const { tellUnbookedReminded } = await import("./tellings/tell-window-opened");

afterAll(async () => {
  await stage.stop();
  vi.useRealTimers();
});

let school: TestSchool;
let family: TestFamily;
let enrolment: TestEnrolment;

beforeEach(async () => {
  vi.setSystemTime(TEST_NOW);
  school = await aSchool();
  family = await aFamily(school);
  const { personId, email } = family.guardian;
  await superuserQuery("UPDATE person SET email = $1 WHERE id = $2", [email, personId]);
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  enrolment = await anEnrolment(course, family.students[0]);
});

const mails = () => stage.mailsTo(family.guardian.email);
const tryToSend = (id: string) => stage.tryToSend(school, id);

type Owed = { id: string; booking: TestBooking };

async function anOwedMail(): Promise<Owed> {
  const booking = await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
  const actorId = family.guardian.personId;
  const data = { enrolmentId: enrolment.id, bookingIds: [booking.id], actorId };
  return { booking, id: await stage.owe(school, tellBookingConfirmed, data) };
}

describe("a mail that has become stale before it is sent", () => {
  async function expectSkipped(id: string): Promise<void> {
    expect(await tryToSend(id)).toBeNull();
    expect(await deliveryState(id)).toMatchObject({ state: "SKIPPED", skipReason: "STALE" });
    expect(await mails()).toBe(0);
  }

  async function cancel({ booking }: Owed): Promise<void> {
    await superuserQuery(
      `UPDATE booking SET state = 'CANCELLED', cancelled_at = $2, cancel_reason = 'FAMILY'
        WHERE id = $1`,
      [booking.id, date(systemNow())],
    );
  }

  async function aMove({ booking }: Owed): Promise<string> {
    const moveId = newId();
    const { guardian } = family;
    await insertRow("booking_move", {
      ...{ schoolId: school.id, id: moveId, bookingId: booking.id, movedById: guardian.personId },
      ...{ movedAt: date(TEST_NOW), toStartsAt: date(booking.startsAt) },
      fromStartsAt: date(plusHours(booking.startsAt, -1)),
    });
    const data = { bookingId: booking.id, moveId, actorId: guardian.personId };
    return stage.owe(school, tellBookingMoved, data);
  }

  it("is not sent: the lesson that was booked is cancelled", async () => {
    const owed = await anOwedMail();
    await cancel(owed);
    await expectSkipped(owed.id);
  });

  it("is not sent: the lesson that was moved has been moved again", async () => {
    const owed = await anOwedMail();
    const id = await aMove(owed);
    await superuserQuery(
      `UPDATE lesson SET starts_at = starts_at + interval '1 hour',
              ends_at = ends_at + interval '1 hour' WHERE id = $1`,
      [owed.booking.lessonId],
    );
    await expectSkipped(id);
  });

  it("is not sent: the lesson that was moved is cancelled", async () => {
    const owed = await anOwedMail();
    const id = await aMove(owed);
    await cancel(owed);
    await expectSkipped(id);
  });

  it("is not sent: the family that was to be reminded has booked meanwhile", async () => {
    const data = { courseId: enrolment.course.id, enrolmentIds: [enrolment.id] };
    const id = await stage.owe(school, tellUnbookedReminded, data);
    await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
    await expectSkipped(id);
  });

  it.each([
    ["has no address any more", "UPDATE person SET email = NULL WHERE id = $1"],
    ["is no guardian any more", "DELETE FROM guardian WHERE person_id = $1"],
    ["can no longer sign in", "UPDATE membership SET disabled_at = now() WHERE person_id = $1"],
  ])("is not sent to a guardian who %s", async (_, sql) => {
    const { id } = await anOwedMail();
    await superuserQuery(sql, [family.guardian.personId]);
    await expectSkipped(id);
  });
});
