import { beforeEach, describe, expect, it } from "vitest";
import { lessonUpcoming } from "@/lib/scheduling/events";
import type { OutboxEventId } from "@/lib/ids";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { tellLessonReminder } from "@/lib/notifications/tellings/tell-lesson-reminder";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aBooking, type TestBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aFamily, contextOf, systemContextOf, type TestFamily } from "@/lib/testing/people-factory";
import {
  aGroupCourse,
  aHybridCourse,
  anEnrolment,
  type TestCourse,
  type TestEnrolment,
} from "@/lib/testing/scheduling-factory";
import { aSchool, aTerm, at, type TestSchool } from "@/lib/testing/school-factory";
import {
  asInstant,
  isoFromInstant,
  plusHours,
  plusMinutes,
  type Instant,
} from "@/lib/time/instant";
import { bookLessons } from "./book-lessons";
import { cancelBooking } from "./cancel-booking";
import { moveBooking } from "./move-booking";
import { remindLessons } from "./remind-lessons";

let school: TestSchool;
let course: TestCourse;
let family: TestFamily;
let enrolment: TestEnrolment;

/** An individual lesson can be booked in week 4, from 2 to 8 November; nothing else is taught. */
beforeEach(async () => {
  school = await aSchool({ noticeHours: 1, moveToOtherDays: true });
  course = await aHybridCourse(school, { plan: "---I------" });
  const { location } = course.room;
  for (const weekday of [1, 2, 3, 4] as const) {
    await anAvailability(school, course.teacher, { location, weekday, from: "09:00", to: "19:00" });
  }
  family = await aFamily(school);
  enrolment = await anEnrolment(course, family.students[0]);
});

const remindAt = (now: Instant, of = school) => remindLessons(systemContextOf(of, { now }));
const parentAt = (now: Instant) => contextOf(school, family.guardian, { now });
const dayBefore = (start: Instant) => plusHours(start, -24);

type Upcoming = { id: OutboxEventId; data: { lessonId: string; startsAt: string } };

async function upcoming(of = school): Promise<Upcoming[]> {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2 ORDER BY id",
    [of.id, lessonUpcoming.name],
  );
  return rows as Upcoming[];
}

/** The starts that families have been reminded of, in the order of reminding. */
async function remindedOf(of = school): Promise<string[]> {
  return (await upcoming(of)).map(({ data }) => data.startsAt);
}

/** Who is told of the reminders that are owed, once each is told at that moment. */
async function toldAt(now: Instant): Promise<{ person: string; title: string }[]> {
  for (const event of await upcoming()) {
    await oweTelling(systemContextOf(school, { now }), tellLessonReminder, event);
  }
  const { rows } = await superuserQuery(
    "SELECT person_id AS person, title FROM notice WHERE school_id = $1 ORDER BY title",
    [school.id],
  );
  return rows.map(({ person, title }) => ({ person: String(person), title: String(title) }));
}

function aLesson(start: string, bookedAt?: Instant): Promise<TestBooking> {
  const startsAt = at(school, start);
  return aBooking(enrolment, { week: 4, startsAt, ...(bookedAt !== undefined && { bookedAt }) });
}

describe("the reminder of a lesson", () => {
  it("is owed from 24 hours before it on, and not a minute earlier", async () => {
    const { startsAt } = await aLesson("2026-11-04 16:00");
    await remindAt(plusMinutes(dayBefore(startsAt), -1));
    expect(await remindedOf()).toEqual([]);
    await remindAt(dayBefore(startsAt));
    expect(await remindedOf()).toEqual([isoFromInstant(startsAt)]);
    expect(await toldAt(dayBefore(startsAt))).toMatchObject([{ person: family.guardian.personId }]);
  });

  it("is owed once, however often the clock strikes", async () => {
    const { startsAt } = await aLesson("2026-11-04 16:00");
    for (const minutes of [0, 1, 2, 600]) {
      await remindAt(plusMinutes(dayBefore(startsAt), minutes));
    }
    expect(await remindedOf()).toHaveLength(1);
  });

  it("is made up once after hours in which nothing ran, and not when the lesson has begun", async () => {
    const { startsAt } = await aLesson("2026-11-04 16:00");
    await remindAt(plusHours(startsAt, -5));
    await remindAt(plusHours(startsAt, -4));
    expect(await remindedOf()).toHaveLength(1);

    const late = await aBooking(await anotherEnrolment(), {
      week: 4,
      startsAt: at(school, "2026-11-05 16:00"),
    });
    await remindAt(late.startsAt);
    expect(await remindedOf()).toHaveLength(1);
  });

  it("is owed once by six that run at the same time", async () => {
    const { startsAt } = await aLesson("2026-11-04 16:00");
    await aBooking(await anotherEnrolment(), { week: 4, startsAt: plusHours(startsAt, 1) });
    const now = plusHours(startsAt, -20);
    const counts = await Promise.all([1, 2, 3, 4, 5, 6].map(() => remindAt(now)));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(2);
    expect(await remindedOf()).toHaveLength(2);
  });

  it("comes again for the new start of a lesson that was moved later", async () => {
    const { id, startsAt } = await aLesson("2026-11-03 16:00");
    const now = plusHours(startsAt, -20);
    await remindAt(now);
    const moved = at(school, "2026-11-05 10:30");
    await moveBooking(parentAt(now), {
      shown: "as-it-is",
      bookingId: id,
      startsAt: moved,
      requestKey: null,
    });
    await remindAt(plusMinutes(now, 1));
    expect(await remindedOf()).toEqual([isoFromInstant(startsAt)]);
    expect(await toldAt(plusMinutes(now, 1))).toEqual([]);
    await remindAt(dayBefore(moved));
    expect(await remindedOf()).toEqual([isoFromInstant(startsAt), isoFromInstant(moved)]);
    expect(await toldAt(dayBefore(moved))).toHaveLength(1);
  });

  it("comes at the new time of a lesson that was moved earlier, and not at the old one", async () => {
    const { id, startsAt } = await aLesson("2026-11-05 16:00");
    const moved = at(school, "2026-11-03 10:30");
    const now = plusHours(moved, -30);
    await moveBooking(parentAt(now), {
      shown: "as-it-is",
      bookingId: id,
      startsAt: moved,
      requestKey: null,
    });
    await remindAt(now);
    expect(await remindedOf()).toEqual([]);
    await remindAt(dayBefore(moved));
    await remindAt(dayBefore(startsAt));
    expect(await remindedOf()).toEqual([isoFromInstant(moved)]);
  });

  it("comes to nobody for a lesson that was cancelled, before or after it came up", async () => {
    const early = await aLesson("2026-11-04 16:00");
    await cancelBooking(parentAt(plusHours(early.startsAt, -30)), {
      shown: "as-it-is",
      bookingId: early.id,
      requestKey: null,
    });
    await remindAt(dayBefore(early.startsAt));
    expect(await remindedOf()).toEqual([]);

    const late = await aLesson("2026-11-05 16:00");
    await remindAt(dayBefore(late.startsAt));
    expect(await remindedOf()).toHaveLength(1);
    const now = plusHours(late.startsAt, -23);
    await cancelBooking(parentAt(now), { shown: "as-it-is", bookingId: late.id, requestKey: null });
    expect(await toldAt(now)).toEqual([]);
  });

  it("does not follow a lesson that was booked or moved within the day: that was just told", async () => {
    const startsAt = at(school, "2026-11-04 16:30");
    const bookedAt = plusHours(startsAt, -23);
    const lessons = [{ week: 4, startsAt }];
    const input = { enrolmentId: enrolment.id, lessons, requestKey: null };
    const { bookingIds } = await bookLessons(parentAt(bookedAt), input);
    await remindAt(plusMinutes(bookedAt, 1));
    expect(await remindedOf()).toEqual([]);

    const [bookingId] = bookingIds;
    if (bookingId === undefined) throw new Error("nothing was booked");
    const moved = plusMinutes(startsAt, 45);
    const now = plusHours(startsAt, -10);
    await moveBooking(parentAt(now), {
      shown: "as-it-is",
      bookingId,
      startsAt: moved,
      requestKey: null,
    });
    await remindAt(plusMinutes(now, 1));
    expect(await remindedOf()).toEqual([]);
  });

  it("leaves another school's lessons alone", async () => {
    const { startsAt } = await aLesson("2026-11-04 16:00");
    const other = await aSchool();
    await remindAt(dayBefore(startsAt), other);
    expect([await remindedOf(), await remindedOf(other)]).toEqual([[], []]);
  });

  async function anotherEnrolment(): Promise<TestEnrolment> {
    return anEnrolment(course, (await aFamily(school)).students[0]);
  }
});

describe("the reminder of a group lesson", () => {
  it("comes to each family once and names all its children in it", async () => {
    const group = await aGroupCourse(school, { weekday: 5 });
    const siblings = await aFamily(school, { students: ["Ana", "Ben"] });
    for (const student of [...siblings.students, ...family.students]) {
      await anEnrolment(group, student);
    }
    const startsAt = group.lessons[0]?.startsAt ?? asInstant(0);
    await remindAt(dayBefore(startsAt));
    expect(await remindedOf()).toEqual([isoFromInstant(startsAt)]);
    const told = await toldAt(dayBefore(startsAt));
    expect(told.map(({ person }) => person).sort()).toEqual(
      [siblings.guardian.personId, family.guardian.personId].sort(),
    );
    const ofSiblings = told.find(({ person }) => person === siblings.guardian.personId);
    expect(ofSiblings?.title).toMatch(/Ana and Ben|Ben and Ana/);
  });
});

describe("when the clocks change in Sydney", () => {
  it.each([
    ["forward in October", "2026-10-04 09:00", "2026-10-03 08:00"],
    ["back in April", "2027-04-04 09:00", "2027-04-03 10:00"],
  ])("the reminder comes 24 hours before all the same: %s", async (_, starts, reminded) => {
    const term = await aTerm(school, { startsOn: starts.slice(0, 10), weeks: 1 });
    const group = await aGroupCourse(school, { term, weekday: 7, startTime: "09:00" });
    await anEnrolment(group, family.students[0]);
    const [startsAt, mark] = [at(school, starts), at(school, reminded)];
    expect(group.lessons.map((lesson) => lesson.startsAt)).toEqual([startsAt]);
    await remindAt(plusMinutes(mark, -1));
    expect(await remindedOf()).toEqual([]);
    await remindAt(mark);
    expect(await remindedOf()).toEqual([isoFromInstant(startsAt)]);
  });
});
