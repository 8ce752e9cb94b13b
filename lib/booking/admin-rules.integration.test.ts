import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { beforeEach, describe, expect, it } from "vitest";
import { type BookingId, newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { liveBookings, overlaps } from "@/lib/testing/rush-factory";
import { aHybridCourse, anEnrolment, type TestEnrolment } from "@/lib/testing/scheduling-factory";
import { aClosure, aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { asInstant, plusHours } from "@/lib/time/instant";
import { askSchool } from "./ask-school";
import { bookLessons } from "./book-lessons";
import { cancelBooking } from "./cancel-booking";
import { listDeskRequests } from "./desk/list-desk-requests";
import { listHelpRequests } from "./list-help-requests";
import { moveBooking } from "./move-booking";
import { answerDeskRequest } from "./desk/answer-desk-request";
import { setBookUntil } from "./window/set-book-until";

type Say = { overrideReason?: string; acceptWarnings?: boolean };

let school: TestSchool;
let mia: TestEnrolment;
let tom: TestEnrolment;
let admin: SchoolContext;
let parent: SchoolContext;

/** Two children in "Piano Foundation 1", whose window closed an hour after it opened. */
beforeEach(async () => {
  school = await aSchool({ bufferMinutes: 15 });
  const windowClosesAt = plusHours(TEST_NOW, 1);
  const course = await aHybridCourse(school, { windowClosesAt, slotStepMinutes: 15 });
  await anAvailability(school, course.teacher, { location: course.room.location });
  const family = await aFamily(school, { students: ["Mia", "Tom"] });
  const [first, second = first] = family.students;
  mia = await anEnrolment(course, first);
  tom = await anEnrolment(course, second);
  const now = plusHours(TEST_NOW, 2);
  admin = contextOf(school, await anAdmin(school), { now });
  parent = contextOf(school, family.guardian, { now });
});

const start = (time: string) => at(school, `2026-11-02 ${time}`);

async function book(ctx: SchoolContext, enrolment: TestEnrolment, time: string, say: Say = {}) {
  const lessons = [{ week: 4, startsAt: start(time) }];
  const input = { enrolmentId: enrolment.id, lessons, requestKey: newId(), ...say };
  return (await bookLessons(ctx, input)).bookingIds[0] as BookingId;
}

describe("whoever joins after the window closed", () => {
  it('gets a "may book until" date on the enrolment, or the admin books', async () => {
    await expect(book(parent, mia, "15:00")).rejects.toMatchObject({ code: "window-closed" });
    await setBookUntil(admin, {
      basedOn: AS_IT_STANDS,
      enrolmentId: mia.id,
      bookUntil: plusHours(parent.now, 1),
    });
    await book(parent, mia, "15:00");
    await expect(book(parent, tom, "17:00")).rejects.toMatchObject({ code: "window-closed" });
    await book(admin, tom, "17:00");
    expect(await liveBookings(school)).toHaveLength(2);
  });

  it("and cancelled since has the week back from an admin", async () => {
    const { id } = await aBooking(mia, { week: 4, startsAt: start("15:00") });
    await cancelBooking(parent, { shown: "as-it-is", bookingId: id, requestKey: null });
    await expect(book(parent, mia, "15:00")).rejects.toMatchObject({ code: "window-closed" });
    await book(admin, mia, "15:00");
  });
});

describe("what an admin may override", () => {
  it("an overlap of teacher, room or student is refused to everyone, always", async () => {
    await aBooking(mia, { week: 4, startsAt: start("15:00") });
    const say = { overrideReason: "The family asked for it", acceptWarnings: true };
    await expect(book(admin, tom, "15:15", say)).rejects.toMatchObject({ code: "slot-taken" });
    expect(await overlaps(school)).toBe(0);
  });

  it("a buffer can be overridden by an admin with a reason", async () => {
    await aBooking(mia, { week: 4, startsAt: start("15:00") });
    await expect(book(admin, tom, "15:45")).rejects.toMatchObject({
      code: "override-needs-reason",
      details: { overrides: ["too-close"] },
    });
    await book(admin, tom, "15:45", { overrideReason: "Grace agreed" });
    expect(await liveBookings(school)).toHaveLength(2);
  });

  it("a week that is closed throughout is not owed, to nobody", async () => {
    await aClosure(school, { startsOn: "2026-11-02", endsOn: "2026-11-08" });
    const say = { overrideReason: "The family asked for it", acceptWarnings: true };
    await expect(book(admin, mia, "15:00", say)).rejects.toMatchObject({
      code: "not-an-individual-week",
    });
  });

  it("being outside availability is a warning", async () => {
    await expect(book(admin, mia, "09:00")).rejects.toMatchObject({ code: "warning-not-accepted" });
    await book(admin, mia, "09:00", { acceptWarnings: true });
  });

  it("books, moves and cancels for a family, the notice overridden with a reason that is kept", async () => {
    const now = asInstant(start("15:00") - 1);
    const late = { ...admin, now };
    const overrideReason = "Grace is ill";
    const needsReason = {
      code: "override-needs-reason",
      details: { overrides: ["inside-notice-period"] },
    };
    await expect(book(late, mia, "16:00")).rejects.toMatchObject(needsReason);
    const bookingId = await book(late, mia, "16:00", { overrideReason });
    const moving = {
      bookingId,
      shown: start("16:00"),
      startsAt: start("17:00"),
      requestKey: null,
    };
    await expect(moveBooking(late, moving)).rejects.toMatchObject(needsReason);
    await moveBooking(late, { ...moving, overrideReason });
    const cancelling = { bookingId, shown: start("17:00"), requestKey: null };
    await expect(cancelBooking(late, cancelling)).rejects.toMatchObject(needsReason);
    await cancelBooking(late, { ...cancelling, overrideReason });
    const { rows } = await superuserQuery(
      "SELECT action, actor_id, reason FROM audit_entry WHERE school_id = $1 ORDER BY id",
      [school.id],
    );
    const actor_id = admin.actor.kind === "member" ? admin.actor.personId : null;
    expect(rows).toEqual(
      ["booked", "moved", "cancelled"].map((done) => ({
        action: `booking/lesson.${done}`,
        actor_id,
        reason: overrideReason,
      })),
    );
  });
});

describe("a family that finds no slot", () => {
  it('gets "ask the school", which shows on the booking desk until it is answered', async () => {
    const message = "Is there a Friday?";
    const { id } = await askSchool(parent, { enrolmentId: mia.id, week: 4, message });
    await expect(
      askSchool(parent, { enrolmentId: mia.id, week: 4, message }),
    ).rejects.toMatchObject({
      code: "already-asked",
    });
    const asked = { id, kind: "NO_SLOT", enrolmentId: mia.id, week: 4, message };
    expect(await listDeskRequests(admin)).toMatchObject([asked]);
    const seen = async () => (await listHelpRequests(parent))[0];
    expect(await seen()).toMatchObject({ message, outcome: { state: "open" } });
    const reply = "Friday at five is free now.";
    await answerDeskRequest(admin, { requestId: id, reply });
    expect(await listDeskRequests(admin)).toEqual([]);
    expect(await seen()).toMatchObject({ outcome: { state: "answered", at: admin.now, reply } });
    await expect(answerDeskRequest(admin, { requestId: id, reply })).rejects.toMatchObject({
      code: "request-already-resolved",
    });
  });

  it("asks about a week that is owed, and about no other", async () => {
    const wrong = { enrolmentId: mia.id, week: 60, message: "Any time?" };
    await expect(askSchool(parent, wrong)).rejects.toMatchObject({
      code: "not-an-individual-week",
    });
    expect(await listDeskRequests(admin)).toEqual([]);
  });

  it("may ask again once that week was booked by themselves, and a move closes it too", async () => {
    await askSchool(parent, { enrolmentId: mia.id, week: 4, message: "Late on Monday" });
    await setBookUntil(admin, {
      ...{ basedOn: AS_IT_STANDS, enrolmentId: mia.id, bookUntil: plusHours(parent.now, 1) },
    });
    const bookingId = await book(parent, mia, "16:30");
    expect(await listDeskRequests(admin)).toEqual([]);
    await askSchool(parent, { enrolmentId: mia.id, week: 4, message: "Later still" });
    await moveBooking(admin, {
      ...{ bookingId, shown: start("16:30"), startsAt: start("17:00"), requestKey: null },
    });
    expect(await listDeskRequests(admin)).toEqual([]);
  });

  it("is closed by the booking for the family, who sees what became of it", async () => {
    await askSchool(parent, { enrolmentId: mia.id, week: 4, message: "Late on Monday" });
    const bookingId = await book(admin, mia, "17:00");
    expect(await listDeskRequests(admin)).toEqual([]);
    expect(await listHelpRequests(parent)).toMatchObject([
      { outcome: { state: "booked", bookingId, startsAt: start("17:00") } },
    ]);
  });
});
