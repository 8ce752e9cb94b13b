import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { lessonBooked, lessonMoved } from "@/lib/booking/events";
import { newId } from "@/lib/ids";
import { lessonUpcoming } from "@/lib/scheduling/events";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import { date, insertRow } from "@/lib/testing/insert-row";
import { anOwedEvent, owedRowsOf } from "@/lib/testing/owed-mail-factory";
import { aFamily, aGuardian, systemContextOf, type TestFamily } from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { isoFromInstant, plusHours, type Instant } from "@/lib/time/instant";

const { database, stop } = await useCutConnections();
const { closePools } = await import("@/lib/db/pools");
const { oweTelling } = await import("./owe-telling");
const { tellBookingConfirmed } = await import("./tellings/tell-booking-confirmed");
const { tellBookingMoved } = await import("./tellings/tell-booking-moved");
const { tellLessonReminder } = await import("./tellings/tell-lesson-reminder");

afterAll(async () => {
  await closePools();
  await stop();
});

let school: TestSchool;
let family: TestFamily;
let guardians: string[];

beforeEach(async () => {
  school = await aSchool();
  family = await aFamily(school, { students: ["Mia", "Leo"] });
  const other = await aGuardian(school, { family, kind: "OTHER" });
  guardians = [family.guardian.personId, other.personId].sort();
  for (const id of guardians) await setAddress(id, `${id}@${school.slug}.example`);
});

async function setAddress(personId: string, email: string | null): Promise<void> {
  await superuserQuery("UPDATE person SET email = $2 WHERE id = $1", [personId, email]);
}

const now = (instant: Instant = TEST_NOW) => systemContextOf(school, { now: instant });
const each = (kind: string) => guardians.map((person) => ({ person, kind }));
const once = (kind: string) => ({
  notices: each(kind),
  deliveries: each(kind),
  toSend: each(kind),
});
const nothing = { notices: [], deliveries: [], toSend: [] };

async function aBookedLesson(): Promise<{ enrolmentId: string; booking: TestBooking }> {
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG" });
  const enrolment = await anEnrolment(course, family.students[0]);
  const booking = await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 17:00") });
  return { enrolmentId: enrolment.id, booking };
}

async function aBookedEvent() {
  const { enrolmentId, booking } = await aBookedLesson();
  const data = { enrolmentId, bookingIds: [booking.id], actorId: newId() };
  return { booking, booked: await anOwedEvent(school, lessonBooked, data) };
}

/** The booking was at 16:00 before it stood where it stands. */
async function aMovedEvent({ id: bookingId, startsAt }: TestBooking) {
  const moveId = newId();
  await insertRow("booking_move", {
    ...{ schoolId: school.id, id: moveId, bookingId, movedAt: date(TEST_NOW) },
    ...{ fromStartsAt: date(plusHours(startsAt, -1)), toStartsAt: date(startsAt) },
    movedById: family.guardian.personId,
  });
  const data = { bookingId, moveId, actorId: newId() };
  return anOwedEvent(school, lessonMoved, data);
}

describe("what a happening has to tell", () => {
  it("is owed to each guardian once in the app and once by mail, by many at once and again", async () => {
    const { booked } = await aBookedEvent();
    const eight = Array.from({ length: 8 }, () => oweTelling(now(), tellBookingConfirmed, booked));
    await Promise.all(eight);
    await oweTelling(now(), tellBookingConfirmed, booked);
    expect(await owedRowsOf(booked)).toEqual(once("booking-confirmed"));
  });

  it("is owed once for each happening, out of order and a day late", async () => {
    const { booking, booked } = await aBookedEvent();
    const moved = await aMovedEvent(booking);
    await oweTelling(now(), tellBookingMoved, moved);
    await oweTelling(now(plusHours(TEST_NOW, 25)), tellBookingConfirmed, booked);
    await oweTelling(now(plusHours(TEST_NOW, 26)), tellBookingMoved, moved);
    expect(await owedRowsOf(moved)).toEqual(once("booking-moved"));
    expect(await owedRowsOf(booked)).toEqual(once("booking-confirmed"));
  });

  it("comes once to a guardian with two children in the same lesson", async () => {
    const course = await aGroupCourse(school);
    for (const student of family.students) await anEnrolment(course, student);
    const [lesson] = course.lessons;
    if (lesson === undefined) throw new Error("the course has no lessons");
    const startsAt = isoFromInstant(lesson.startsAt);
    const upcoming = await anOwedEvent(school, lessonUpcoming, { lessonId: lesson.id, startsAt });
    await oweTelling(now(plusHours(lesson.startsAt, -24)), tellLessonReminder, upcoming);
    expect(await owedRowsOf(upcoming)).toEqual(once("lesson-reminder"));
    const { rows } = await superuserQuery("SELECT title FROM notice WHERE outbox_event_id = $1", [
      upcoming.id,
    ]);
    for (const { title } of rows) expect(title).toMatch(/Mia and Leo|Leo and Mia/);
  });

  it("is no news in the app to whoever did it; the mail comes to them as well", async () => {
    const { enrolmentId, booking } = await aBookedLesson();
    const actorId = family.guardian.personId;
    const data = { enrolmentId, bookingIds: [booking.id], actorId };
    const own = await anOwedEvent(school, lessonBooked, data);
    await oweTelling(now(), tellBookingConfirmed, own);
    const all = once("booking-confirmed");
    const notices = all.notices.filter(({ person }) => person !== actorId);
    expect(await owedRowsOf(own)).toEqual({ ...all, notices });
  });

  it("comes in the app alone to a guardian without an address", async () => {
    const { booked } = await aBookedEvent();
    const [without = "", withAddress = ""] = guardians;
    await setAddress(without, null);
    await oweTelling(now(), tellBookingConfirmed, booked);
    const mail = [{ person: withAddress, kind: "booking-confirmed" }];
    expect(await owedRowsOf(booked)).toEqual({
      notices: each("booking-confirmed"),
      deliveries: mail,
      toSend: mail,
    });
  });

  it("is owed to all or to nobody when the database is cut off in between, and once in the end", async () => {
    const { enrolmentId, booking } = await aBookedLesson();
    const data = { enrolmentId, bookingIds: [booking.id], actorId: newId() };
    const tell = async (event: Awaited<ReturnType<typeof anEvent>>) =>
      oweTelling(now(), tellBookingConfirmed, event);
    const anEvent = () => anOwedEvent(school, lessonBooked, data);
    await tell(await anEvent());
    database.cutAfter(Infinity);
    await tell(await anEvent());
    const messages = database.passed();
    expect(messages).toBeGreaterThan(50);
    let cutsThatFailed = 0;
    for (let n = 1; n <= messages; n += 3) {
      const event = await anEvent();
      database.cutAfter(n);
      await tell(event).catch(() => (cutsThatFailed += 1));
      database.cutAfter(Infinity);
      const rows = await owedRowsOf(event);
      expect([nothing, once("booking-confirmed")], `cut after message ${n}`).toContainEqual(rows);
      await tell(event);
      expect(await owedRowsOf(event), `again, when cut after message ${n}`).toEqual(
        once("booking-confirmed"),
      );
    }
    expect(cutsThatFailed).toBeGreaterThan(10);
  });
});
