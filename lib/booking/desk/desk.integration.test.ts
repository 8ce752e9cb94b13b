import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { newId } from "@/lib/ids";
import { describe, expect, it } from "vitest";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aRoom, aSchool, aTerm, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { asInstant, plusHours } from "@/lib/time/instant";
import { addClosure } from "../changes/add-closure";
import { announceDueWindows } from "../window/announce-due-windows";
import { closeBookingWindow } from "../window/close-booking-window";
import { endEnrolment } from "../changes/end-enrolment";
import { getBookingDesk } from "./get-booking-desk";
import { getBookingSupply } from "../window/get-booking-supply";
import { getClosurePreview } from "../changes/get-closure-preview";
import { getCourseDesk } from "./get-course-desk";
import { getEnrolment } from "../get-enrolment";
import { listSupply } from "../window/list-supply";
import { openBookingWindow } from "../window/open-booking-window";
import { remindUnbooked } from "../window/remind-unbooked";
import { setBookingWindow } from "../window/set-booking-window";

async function groundFor(school: TestSchool) {
  const term = await aTerm(school);
  const room = await aRoom(school);
  const course = await aHybridCourse(school, { term, room, windowOpensAt: null });
  const ctx = contextOf(school, await anAdmin(school));
  const family = await aFamily(school, { students: ["Mia", "Tom"] });
  const [mia, tom] = family.students;
  const enrolments = [
    await anEnrolment(course, mia),
    await anEnrolment(course, tom ?? mia),
  ] as const;
  return { term, room, course, ctx, family, mia: enrolments[0], tom: enrolments[1] };
}

async function eventsOf(school: TestSchool): Promise<unknown[]> {
  const { rows } = await superuserQuery(
    "SELECT name, data FROM outbox_event WHERE school_id = $1 ORDER BY id",
    [school.id],
  );
  return rows;
}

describe("the booking window", () => {
  it("is opened by hand, tells the families once, and is closed by hand", async () => {
    const school = await aSchool();
    const { ctx, course } = await groundFor(school);
    expect(await openBookingWindow(ctx, { courseId: course.id })).toBe(true);
    expect(await openBookingWindow(ctx, { courseId: course.id })).toBe(false);
    expect(await eventsOf(school)).toMatchObject([
      { name: "booking/window.opened", data: { courseId: course.id } },
    ]);
    const later = { ...ctx, now: plusHours(ctx.now, 2) };
    await closeBookingWindow(later, { courseId: course.id });
    expect((await getCourseDesk(later, course.id)).window.state).toBe("closed");
    await expect(closeBookingWindow(later, { courseId: course.id })).rejects.toMatchObject({
      code: "window-not-open",
    });
  });

  it("tells the families once when it opens by its plan, however many sweeps run", async () => {
    const school = await aSchool();
    const { ctx, course } = await groundFor(school);
    await setBookingWindow(ctx, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: plusHours(TEST_NOW, 1),
      closesAt: plusHours(TEST_NOW, 48),
    });
    expect(await announceDueWindows(ctx)).toBe(0);
    const later = { ...ctx, now: plusHours(TEST_NOW, 2) };
    const told = await Promise.all([1, 2, 3].map(() => announceDueWindows(later)));
    expect(told.sort()).toEqual([0, 0, 1]);
    expect(await eventsOf(school)).toHaveLength(1);
  });

  it("refuses to close before it opens", async () => {
    const school = await aSchool();
    const { ctx, course } = await groundFor(school);
    const window = {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: TEST_NOW,
      closesAt: asInstant(TEST_NOW - 1),
    };
    await expect(setBookingWindow(ctx, window)).rejects.toMatchObject({
      code: "window-closes-before-opening",
    });
  });
});

describe("the booking desk", () => {
  it("shows booked X of Y for each course and week, and who is missing with whom to call", async () => {
    const school = await aSchool();
    const { ctx, course, mia, family } = await groundFor(school);
    await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-02 16:00") });
    const { courses } = await getBookingDesk(ctx);
    expect(courses.map(({ weeks, unbooked }) => ({ weeks, unbooked }))).toEqual([
      {
        unbooked: 2,
        weeks: [
          { week: 4, booked: 1, owed: 2, isPast: false },
          { week: 8, booked: 0, owed: 2, isPast: false },
          { week: 10, booked: 0, owed: 2, isPast: false },
        ],
      },
    ]);
    const [week] = (await getCourseDesk(ctx, course.id)).weeks;
    const { givenName, familyName } = family.guardian;
    expect(week?.missing).toMatchObject([
      { studentName: `Tom ${family.name}`, guardians: [{ name: `${givenName} ${familyName}` }] },
    ]);
  });

  it("reminds only the families that have not booked every week", async () => {
    const school = await aSchool();
    const { ctx, course, mia, tom } = await groundFor(school);
    for (const [week, day] of [
      [4, "2026-11-02"],
      [8, "2026-11-30"],
      [10, "2026-12-14"],
    ] as const) {
      await aBooking(mia, { week, startsAt: at(school, `${day} 16:00`) });
    }
    const press = { courseId: course.id, requestKey: newId() };
    await expect(remindUnbooked(ctx, press)).rejects.toMatchObject({
      code: "reminder-needs-open-window",
    });
    await setBookingWindow(ctx, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: TEST_NOW,
      closesAt: null,
    });
    const reminded = { enrolmentIds: [tom.id] };
    expect(await Promise.all([1, 2, 3].map(() => remindUnbooked(ctx, press)))).toEqual(
      [1, 2, 3].map(() => reminded),
    );
    expect(await eventsOf(school)).toMatchObject([
      {
        name: "booking/unbooked.reminded",
        data: { courseId: course.id, enrolmentIds: [tom.id] },
      },
    ]);
  });

  it("warns when more lessons are owed in a week than fit into the teacher's free time", async () => {
    const school = await aSchool();
    const { ctx, course, room } = await groundFor(school);
    const short = await getBookingSupply(ctx, course.id);
    expect(short).toEqual([4, 8, 10].map((week) => ({ week, owed: 2, fits: 1, short: 1 })));
    const { location } = room;
    await anAvailability(school, course.teacher, { location, weekday: 2, to: "17:00" });
    expect((await getBookingSupply(ctx, course.id)).map(({ short }) => short)).toEqual([0, 0, 0]);
  });
});

describe("what needs the admin", () => {
  it("names every open course whose weeks cannot work out, and no other, in one look", async () => {
    const school = await aSchool();
    const { ctx, course, term, room } = await groundFor(school);
    const { location } = room;
    const easy = await aHybridCourse(school, { term, room: await aRoom(school, { location }) });
    const unplanned = await aHybridCourse(school, { term, windowOpensAt: null });
    for (const one of [easy, unplanned]) {
      const [student] = (await aFamily(school)).students;
      await anEnrolment(one, student);
    }
    expect(await listSupply(ctx)).toEqual([]);
    await openBookingWindow(ctx, { courseId: course.id });
    expect(await listSupply(ctx)).toEqual([
      {
        courseId: course.id,
        name: course.name,
        weeks: [4, 8, 10].map((week) => ({ week, owed: 2, fits: 1, short: 1 })),
      },
    ]);
    await anAvailability(school, course.teacher, { location, weekday: 2, to: "17:00" });
    expect(await listSupply(ctx)).toEqual([]);
  });
});

describe("a closure", () => {
  it("cancels the lessons of its days that were shown and confirmed, and tells families that booked", async () => {
    const school = await aSchool();
    const { ctx, term, mia } = await groundFor(school);
    await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-03 16:00") });
    const group = await aGroupCourse(school, { term, weekday: 2 });
    const closure = { name: "Cup Day", startsOn: asDay("2026-11-03"), endsOn: asDay("2026-11-03") };
    await expect(addClosure(ctx, closure)).rejects.toMatchObject({
      code: "closure-needs-confirmation",
    });
    const { confirmation, lostBookings, lostLessons } = await getClosurePreview(ctx, closure);
    expect([lostBookings.length, lostLessons.length]).toEqual([1, 1]);
    await addClosure(ctx, { ...closure, confirmed: confirmation });
    const { rows } = await superuserQuery(
      `SELECT count(*)::int AS n FROM lesson WHERE school_id = $1 AND cancel_reason = 'CLOSURE'`,
      [school.id],
    );
    expect(rows).toEqual([{ n: 2 }]);
    expect(await eventsOf(school)).toMatchObject([
      { name: "scheduling/lessons.changed", data: { actorId: expect.any(String) as string } },
    ]);
    expect(group.lessons).toHaveLength(10);
  });
});

describe("ending an enrolment", () => {
  it("takes the student out of later lessons and cancels later bookings that were confirmed", async () => {
    const school = await aSchool();
    const { ctx, mia } = await groundFor(school);
    const kept = await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-02 16:00") });
    const lost = await aBooking(mia, { week: 8, startsAt: at(school, "2026-11-30 16:00") });
    const end = { enrolmentId: mia.id, endsOn: asDay("2026-11-15") };
    await expect(endEnrolment(ctx, end)).rejects.toMatchObject({ code: "end-needs-confirmation" });
    const { losses } = await getEnrolment(ctx, end);
    await endEnrolment(ctx, { ...end, confirmed: losses?.confirmation ?? null });
    const { rows } = await superuserQuery(
      "SELECT id, state::text FROM booking WHERE school_id = $1 ORDER BY week",
      [school.id],
    );
    expect(rows).toEqual([
      { id: kept.id, state: "CONFIRMED" },
      { id: lost.id, state: "CANCELLED" },
    ]);
    const reserved = await superuserQuery(
      "SELECT count(*)::int AS n FROM reservation WHERE student_id = $1",
      [mia.student.id],
    );
    expect(reserved.rows).toEqual([{ n: 5 }]);
  });
});
