import { afterAll, expect, it } from "vitest";
import type { OutboxEventId } from "@/lib/ids";
import { aBooking } from "@/lib/testing/booking-factory";
import { useCutConnections } from "@/lib/testing/cut-connections";
import { superuserQuery } from "@/lib/testing/database";
import {
  aFamily,
  aGuardian,
  anAdmin,
  contextOf,
  systemContextOf,
} from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at } from "@/lib/testing/school-factory";

const { inboxUrl, stop } = await useCutConnections();
const { openBookingWindow } = await import("@/lib/booking/window/open-booking-window");
const { closePools } = await import("@/lib/db/pools");
const { tellNow } = await import("@/lib/testing/tell");
const { tellWindowOpened } = await import("./tell-window-opened");

afterAll(async () => {
  await closePools();
  await stop();
});

async function mailsTo(email: string): Promise<number> {
  const reply = await fetch(`${inboxUrl}/inbox.json?to=${email}`);
  return ((await reply.json()) as { messages: unknown[] }).messages.length;
}

it("When a window opens, families with open entitlements are told, once, and no others", async () => {
  const school = await aSchool();
  const course = await aHybridCourse(school, { plan: "GGGIGGGGGG", windowOpensAt: null });
  const families = {
    toBook: await aFamily(school),
    booked: await aFamily(school),
    outside: await aFamily(school),
  };
  const email = (who: string) => `${who}@${school.slug}.example`;
  for (const [who, family] of Object.entries(families)) {
    await aGuardian(school, { family, kind: "OTHER", email: email(who) });
  }
  await anEnrolment(course, families.toBook.students[0]);
  const booked = await anEnrolment(course, families.booked.students[0]);
  await aBooking(booked, { week: 4, startsAt: at(school, "2026-11-02 16:00") });

  await openBookingWindow(contextOf(school, await anAdmin(school)), { courseId: course.id });
  const { rows } = await superuserQuery("SELECT id FROM outbox_event WHERE school_id = $1", [
    school.id,
  ]);
  expect(rows).toHaveLength(1);
  const event = { id: String(rows[0]?.id) as OutboxEventId, data: { courseId: course.id } };
  for (const _ of ["once", "again"]) {
    await tellNow(systemContextOf(school), tellWindowOpened, event);
  }
  const told = await Promise.all(Object.keys(families).map((who) => mailsTo(email(who))));
  expect(told).toEqual([1, 0, 0]);
});
