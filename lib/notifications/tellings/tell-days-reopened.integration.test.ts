import { expect, it } from "vitest";
import { getClosureRemoval } from "@/lib/booking/changes/get-closure-removal";
import { daysReopened } from "@/lib/booking/events";
import { env } from "@/lib/env";
import type { OutboxEventId } from "@/lib/ids";
import { oweTelling } from "@/lib/notifications/owe-telling";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, FULL_DAY, type LessonWorld } from "@/lib/testing/lesson-world";
import { systemContextOf } from "@/lib/testing/people-factory";
import { bookLeo, close, forget, noticeOf, reopen, tell } from "@/lib/testing/schedule-changes";
import { aClosure, at } from "@/lib/testing/school-factory";
import { getNotifiedOfReopening } from "./get-notified-of-reopening";
import { tellDaysReopened } from "./tell-days-reopened";

/** Leo's booked lesson of the day, cancelled by its closure. */
async function aClosedDay(world: LessonWorld) {
  const booking = await bookLeo(world);
  await superuserQuery(
    "UPDATE course SET window_opens_at = '2026-09-01', window_closes_at = $2 WHERE id = $1",
    [world.courses.hybrid.id, new Date(at(world.school, "2026-10-30 20:00"))],
  );
  const closureId = await close(world, { startsOn: FULL_DAY });
  await forget(world);
  return { booking, closureId };
}

async function events({ school }: LessonWorld) {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = $2",
    [school.id, daysReopened.name],
  );
  return rows as { id: OutboxEventId; data: { bookingIds: string[]; actorId: string | null } }[];
}

async function tellAll(world: LessonWorld) {
  const ctx = systemContextOf(world.school);
  for (const event of await events(world)) await oweTelling(ctx, tellDaysReopened, event);
}

async function mailOf(world: LessonWorld, name: string) {
  const [event] = await events(world);
  if (event === undefined) return undefined;
  const told = await tellDaysReopened.tell(systemContextOf(world.school), event);
  return told.find(({ recipient }) => recipient.name.startsWith(name))?.mail;
}

it("Whose booked lesson a closure cancelled hears that the day is open again, and how to book", async () => {
  const world = await aLessonWorld();
  const { booking, closureId } = await aClosedDay(world);
  const before = await getNotifiedOfReopening(
    world.ctx,
    await getClosureRemoval(world.ctx, closureId),
  );
  await reopen(world, closureId);
  expect(await events(world)).toMatchObject([{ data: { bookingIds: [booking.id] } }]);
  await tellAll(world);
  await tellAll(world);
  const [notice, ...more] = await noticeOf(world, "Priya");
  expect(more).toEqual([]);
  expect(notice).toMatchObject({
    title: "Open again: Leo, HYBRID course at 16:00, Mon 2 Nov, 5:00 pm",
  });
  const link = `${env.APP_URL}/${world.school.slug}/family/book/`;
  const mail = await mailOf(world, "Priya");
  expect(mail?.content.blocks).toContainEqual(
    expect.objectContaining({
      link: expect.objectContaining({ href: expect.stringContaining(link) }),
    }),
  );
  await tell(world);
  const { rows } = await superuserQuery(
    `SELECT count(DISTINCT person_id)::int AS people,
        (SELECT count(DISTINCT recipient_id)::int FROM delivery WHERE school_id = $1) AS emails
       FROM notice WHERE school_id = $1`,
    [world.school.id],
  );
  expect(rows).toEqual([{ people: before.people, emails: before.emails }]);
});

it("Who would hear is counted where no group lesson comes back", async () => {
  const world = await aLessonWorld();
  const { closureId } = await aClosedDay(world);
  const { toBookAgain } = await getClosureRemoval(world.ctx, closureId);
  const none = { studentIds: [], teacherIds: [] };
  const notified = await getNotifiedOfReopening(world.ctx, { toBookAgain, concerned: none });
  expect(notified.reached).toMatchObject({ PARENT: 1, TEACHER: 0 });
});

it("Who has booked the week again meanwhile, or whose day stays closed by another closure, hears nothing", async () => {
  const world = await aLessonWorld();
  const { closureId } = await aClosedDay(world);
  await reopen(world, closureId);
  await bookedAgain(world);
  expect(await mailOf(world, "Priya")).toBeUndefined();

  const other = await aLessonWorld();
  const twice = await aClosedDay(other);
  await aClosure(other.school, { startsOn: FULL_DAY, endsOn: FULL_DAY });
  await reopen(other, twice.closureId);
  expect(await events(other)).toEqual([]);
});

async function bookedAgain({ school, courses, people, term, alice, studio }: LessonWorld) {
  const course = {
    ...{ id: courses.hybrid.id, kind: "HYBRID" as const, name: "", school, term },
    ...{ teacher: alice, room: studio, weekday: 1 as const, startTime: "16:00" },
    ...{ lessonMinutes: 45, plan: [], lessons: [] },
  };
  const [id] = courses.hybrid.enrolments;
  if (id === undefined) throw new Error("Leo is not enrolled");
  const startsAt = at(school, "2026-11-03 17:00");
  await aBooking({ id, course, student: people.leo }, { week: 4, startsAt });
}
