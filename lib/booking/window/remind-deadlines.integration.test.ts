import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { beforeEach, describe, expect, it } from "vitest";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { tellWindowClosing } from "@/lib/notifications/tellings/tell-window-closing";
import type { OutboxEventId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  anAdmin,
  contextOf,
  systemContextOf,
  type TestFamily,
} from "@/lib/testing/people-factory";
import {
  aHybridCourse,
  anEnrolment,
  type TestCourse,
  type TestEnrolment,
} from "@/lib/testing/scheduling-factory";
import { aSchool, at, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { plusHours, plusMinutes, type Instant } from "@/lib/time/instant";
import { windowClosing } from "../events";
import { closeBookingWindow } from "./close-booking-window";
import { remindDeadlines } from "./remind-deadlines";
import { setBookUntil } from "./set-book-until";
import { setBookingWindow } from "./set-booking-window";

/** A week after the window has opened. */
const CLOSES = plusHours(TEST_NOW, 7 * 24);

let school: TestSchool;
let course: TestCourse;
let family: TestFamily;
let enrolment: TestEnrolment;

beforeEach(async () => {
  school = await aSchool();
  course = await aHybridCourse(school, { plan: "GGGIGGGGGG", windowClosesAt: CLOSES });
  family = await aFamily(school);
  enrolment = await anEnrolment(course, family.students[0]);
});

const remindAt = (now: Instant, of = school) => remindDeadlines(systemContextOf(of, { now }));
const before = (hours: number, minutes = 0) => plusMinutes(plusHours(CLOSES, -hours), minutes);
const adminAt = async (now: Instant) => contextOf(school, await anAdmin(school), { now });

type Closing = {
  id: OutboxEventId;
  data: { courseId: string; enrolmentIds: string[]; closesAt: string; hours: number };
};

async function closings(): Promise<Closing[]> {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2 ORDER BY id",
    [school.id, windowClosing.name],
  );
  return rows as Closing[];
}

/** The marks at which families were reminded, in turn. */
const marks = async () => (await closings()).map(({ data }) => data.hours);
const enrolmentsTold = async () =>
  (await closings()).flatMap(({ data }) => data.enrolmentIds).sort();

/** How many guardians are told, once all that is owed is told at that moment. */
async function toldAt(now: Instant): Promise<number> {
  for (const event of await closings()) {
    await oweTelling(systemContextOf(school, { now }), tellWindowClosing, event);
  }
  const { rows } = await superuserQuery("SELECT 1 FROM notice WHERE school_id = $1", [school.id]);
  return rows.length;
}

const book = (of = enrolment, time = "16:00") =>
  aBooking(of, { week: 4, startsAt: at(school, `2026-11-02 ${time}`) });

describe("a family that has not booked", () => {
  it("is reminded 72 and 24 hours before the window closes, once each and not a minute earlier", async () => {
    await remindAt(before(72, -1));
    expect(await marks()).toEqual([]);
    for (const minutes of [0, 1, 60]) await remindAt(before(72, minutes));
    expect(await marks()).toEqual([72]);
    await remindAt(before(24, -1));
    expect(await marks()).toEqual([72]);
    for (const minutes of [0, 1, 60]) await remindAt(before(24, minutes));
    expect(await marks()).toEqual([72, 24]);
    expect(await toldAt(before(23))).toBe(2);
  });

  it("is reminded once where both marks were missed, and not after the close", async () => {
    await remindAt(before(3));
    await remindAt(before(2));
    expect(await marks()).toEqual([24]);
    await remindAt(CLOSES);
    expect(await marks()).toEqual([24]);
  });

  it("is not reminded where the window has closed before anybody could", async () => {
    await remindAt(CLOSES);
    await remindAt(plusHours(CLOSES, 5));
    expect(await marks()).toEqual([]);
  });

  it("is reminded once by six that run at the same time", async () => {
    const counts = await Promise.all([1, 2, 3, 4, 5, 6].map(() => remindAt(before(70))));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await enrolmentsTold()).toEqual([enrolment.id]);
  });

  it("is reminded again for the new deadline when the window is extended", async () => {
    await remindAt(before(24));
    const closesAt = plusHours(CLOSES, 7 * 24);
    const input = {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: plusMinutes(TEST_NOW, -1),
      closesAt,
    };
    await setBookingWindow(await adminAt(before(20)), input);
    await remindAt(before(19));
    expect(await marks()).toEqual([24]);
    expect(await toldAt(before(19)), "what was owed for the old deadline is stale").toBe(0);
    await remindAt(plusHours(closesAt, -72));
    await remindAt(plusHours(closesAt, -24));
    expect(await marks()).toEqual([24, 72, 24]);
    expect(await toldAt(plusHours(closesAt, -23))).toBe(2);
  });

  it("is reminded by its own end where it may book longer than the others", async () => {
    const other = await anEnrolment(course, (await aFamily(school)).students[0]);
    const bookUntil = plusHours(CLOSES, 96);
    const late = await adminAt(TEST_NOW);
    await setBookUntil(late, { basedOn: AS_IT_STANDS, enrolmentId: enrolment.id, bookUntil });
    await remindAt(before(24));
    expect(await enrolmentsTold()).toEqual([other.id]);
    await remindAt(plusHours(bookUntil, -24));
    expect(await enrolmentsTold()).toEqual([enrolment.id, other.id].sort());
    expect(await toldAt(plusHours(bookUntil, -23))).toBe(1);
  });

  it("is not reminded once the window was closed by hand", async () => {
    await closeBookingWindow(await adminAt(before(80)), { courseId: course.id });
    for (const hours of [72, 24]) await remindAt(before(hours));
    expect(await marks()).toEqual([]);
  });

  it("is told nothing where the window was closed by hand after the reminder came up", async () => {
    await remindAt(before(72));
    await closeBookingWindow(await adminAt(before(71)), { courseId: course.id });
    expect(await toldAt(before(71))).toBe(0);
  });

  it("is not reminded at a mark before the window opened: it has just been told", async () => {
    const input = {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: before(48),
      closesAt: CLOSES,
    };
    await setBookingWindow(await adminAt(before(100)), input);
    await remindAt(before(47));
    expect(await marks()).toEqual([]);
    await remindAt(before(24));
    expect(await marks()).toEqual([24]);
  });

  it("is not reminded at all by a window that is open for less than a day", async () => {
    const input = {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: before(12),
      closesAt: CLOSES,
    };
    await setBookingWindow(await adminAt(before(100)), input);
    for (const hours of [11, 5, 1]) await remindAt(before(hours));
    expect(await marks()).toEqual([]);
  });

  it("of another school is left alone", async () => {
    await remindAt(before(72), await aSchool());
    expect(await marks()).toEqual([]);
  });
});

describe("a family that has booked", () => {
  it("is not reminded, and the others are", async () => {
    const other = await anEnrolment(course, (await aFamily(school)).students[0]);
    await book();
    await remindAt(before(72));
    expect(await enrolmentsTold()).toEqual([other.id]);
  });

  it("is told nothing where it booked after the reminder came up", async () => {
    await remindAt(before(72));
    await book();
    expect(await toldAt(before(71))).toBe(0);
  });
});
