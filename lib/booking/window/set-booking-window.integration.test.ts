import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { beforeEach, describe, expect, it } from "vitest";
import type { SchoolContext } from "@/lib/school-context";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment, type TestCourse } from "@/lib/testing/scheduling-factory";
import { aSchool, TEST_NOW, type TestSchool } from "@/lib/testing/school-factory";
import { asInstant, MINUTE_MS, plusHours, plusMinutes, type Instant } from "@/lib/time/instant";
import { announceDueWindows } from "./announce-due-windows";
import { closeBookingWindow } from "./close-booking-window";
import { openBookingWindow } from "./open-booking-window";
import { setBookingWindow } from "./set-booking-window";

let school: TestSchool;
let course: TestCourse;

beforeEach(async () => {
  school = await aSchool();
  course = await aHybridCourse(school, { windowOpensAt: null });
  const { students } = await aFamily(school, { students: ["Mia"] });
  await anEnrolment(course, students[0]);
  admin = contextOf(school, await anAdmin(school));
});

let admin: SchoolContext;

const adminAt = (now: Instant): SchoolContext => ({ ...admin, now });

/** How often families were told that they may book. */
async function timesTold(): Promise<number> {
  const { rows } = await superuserQuery(
    "SELECT count(*)::int AS n FROM outbox_event WHERE school_id = $1 AND name = 'booking/window.opened'",
    [school.id],
  );
  return Number(rows[0]?.n);
}

async function opening(): Promise<Date> {
  const { rows } = await superuserQuery("SELECT window_opens_at AS at FROM course WHERE id = $1", [
    course.id,
  ]);
  return rows[0]?.at as Date;
}

describe("a window that was opened by hand in the middle of a minute", () => {
  const openedAt = plusMinutes(asInstant(TEST_NOW + 45_123), 23);
  const shownInForm = asInstant(Math.floor(openedAt / MINUTE_MS) * MINUTE_MS);

  beforeEach(async () => {
    await openBookingWindow(adminAt(openedAt), { courseId: course.id });
  });

  it("is given an end without telling its families again", async () => {
    const later = adminAt(plusHours(openedAt, 1));
    const closesAt = plusHours(openedAt, 48);
    await setBookingWindow(later, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: shownInForm,
      closesAt,
    });
    await announceDueWindows(later);
    expect(await timesTold()).toBe(1);
    expect((await opening()).getTime()).toBe(openedAt);
  });

  it("tells its families again when it is opened again after it was closed", async () => {
    await closeBookingWindow(adminAt(plusHours(openedAt, 1)), { courseId: course.id });
    const later = adminAt(plusHours(openedAt, 2));
    const closesAt = plusHours(openedAt, 48);
    await setBookingWindow(later, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: shownInForm,
      closesAt,
    });
    await announceDueWindows(later);
    await announceDueWindows(later);
    expect(await timesTold()).toBe(2);
  });

  it("tells its families again when its opening is put off", async () => {
    const [later, opensAt] = [adminAt(plusHours(openedAt, 1)), plusHours(openedAt, 24)];
    await setBookingWindow(later, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt,
      closesAt: null,
    });
    await announceDueWindows(later);
    expect(await timesTold()).toBe(1);
    await announceDueWindows(adminAt(plusHours(opensAt, 1)));
    expect(await timesTold()).toBe(2);
  });
});

describe("a window that opens by its plan before there is a week plan", () => {
  it("is told when there is something to book", async () => {
    await setBookingWindow(admin, {
      basedOn: AS_IT_STANDS,
      courseId: course.id,
      opensAt: TEST_NOW,
      closesAt: null,
    });
    const takePlan = "DELETE FROM week_plan_week WHERE course_id = $1 RETURNING *";
    const { rows } = await superuserQuery(takePlan, [course.id]);
    await announceDueWindows(adminAt(plusHours(TEST_NOW, 1)));
    expect(await timesTold()).toBe(0);
    await superuserQuery(
      "INSERT INTO week_plan_week SELECT * FROM json_populate_recordset(NULL::week_plan_week, $1)",
      [JSON.stringify(rows)],
    );
    await announceDueWindows(adminAt(plusHours(TEST_NOW, 2)));
    expect(await timesTold()).toBe(1);
  });
});
