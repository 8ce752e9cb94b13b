import { afterAll, describe, expect, it, vi } from "vitest";
import type { FeedScope } from "@/lib/feed-scope";
import type { PersonId } from "@/lib/ids";
import { getCalendarFeeds } from "@/lib/notifications/calendar-feed/get-calendar-feeds";
import { createCalendarFeed } from "@/lib/notifications/calendar-feed/create-calendar-feed";
import { NotFound } from "@/lib/refusal";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery } from "@/lib/testing/database";
import { feedPath, followed } from "@/lib/testing/feed-caller";
import { insertRow } from "@/lib/testing/insert-row";
import {
  aFamily,
  aGuardian,
  aMember,
  anAdmin,
  aTeacher,
  contextOf,
  type TestMember,
} from "@/lib/testing/people-factory";
import { serveRoutes } from "@/lib/testing/route-server";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, aTerm, TEST_NOW } from "@/lib/testing/school-factory";

vi.useFakeTimers({ toFake: ["Date"], now: TEST_NOW });
const server = await serveRoutes("app/api/calendar");
afterAll(async () => {
  await server.stop();
  vi.useRealTimers();
});

/** Mia learns the piano and sings with her brother Tom; Zoe of another family does both, too. */
async function aChoirSchool(mark: string) {
  const school = await aSchool({ name: `${mark} Music, Sydney` });
  const term = await aTerm(school, { weeks: 4 });
  const grace = await aTeacher(school, { givenName: `${mark} Grace`, familyName: "Nguyen" });
  const hugo = await aTeacher(school, { givenName: `${mark} Hugo`, familyName: "Silva" });
  const facts = { term, teacher: grace, name: `${mark} Piano` };
  const piano = await aHybridCourse(school, { ...facts, plan: "GGGI" });
  const choir = await aGroupCourse(school, {
    ...{ term, teacher: hugo, name: `${mark} Choir`, weekday: 3 },
  });
  const family = await aFamily(school, { students: [`${mark} Mia`, `${mark} Tom`] });
  const [mia, tom] = family.students;
  const others = await aFamily(school, { students: [`${mark} Zoe`] });
  const zoe = others.students[0];
  if (tom === undefined) throw new Error("Tom is Mia's brother.");
  const learns = await anEnrolment(piano, mia);
  for (const student of [mia, tom, zoe]) await anEnrolment(choir, student);
  const zoeLearns = await anEnrolment(piano, zoe);
  const startsAt = at(school, "2026-11-02 16:00");
  const booking = await aBooking(learns, { week: 4, startsAt });
  const later = at(school, "2026-11-02 17:00");
  const zoeBooking = await aBooking(zoeLearns, { week: 4, startsAt: later });
  return { school, grace, hugo, family, mia, zoe, others, piano, choir, booking, zoeBooking, mark };
}

const wombat = await aChoirSchool("Wombat");
const quokka = await aChoirSchool("Quokka");

function pathOf(member: TestMember, scope: FeedScope): Promise<string> {
  return feedPath(contextOf(wombat.school, member), scope);
}

async function asStudent(student: { personId: PersonId }): Promise<TestMember> {
  const member = await aMember(wombat.school, { roles: ["STUDENT"] });
  await superuserQuery("UPDATE membership SET person_id = $2 WHERE user_id = $1", [
    ...[member.userId, student.personId],
  ]);
  return { ...member, personId: student.personId };
}

function count(lessons: readonly { summary: string }[]): Record<string, number> {
  const groups = Map.groupBy(lessons, ({ summary }) => summary);
  return Object.fromEntries([...groups].map(([summary, all]) => [summary, all.length]));
}

describe("whose lessons a subscribed calendar holds", () => {
  const family = { "Wombat Mia: Wombat Piano": 4, "Wombat Mia and Wombat Tom: Wombat Choir": 4 };

  it("a family's: all its children, siblings of one lesson together, and no other child", async () => {
    const { guardian } = wombat.family;
    const { text, name, lessons } = await followed(server, await pathOf(guardian, "FAMILY"));
    expect(count(lessons)).toEqual(family);
    expect(name).toBe("Wombat Music\\, Sydney");
    expect(text).not.toContain("Zoe");
    const booked = lessons.find(({ uid }) => uid === `${wombat.booking.id}@musicnme`);
    expect(booked?.url).toContain(`/${wombat.school.slug}/family/bookings/${wombat.booking.id}`);
    expect(new Set(lessons.map(({ uid }) => uid)).size).toBe(8);
  });

  it("no note stands in an individual week at the group time, where the door is closed", async () => {
    const { guardian } = wombat.others;
    const { lessons } = await followed(server, await pathOf(guardian, "FAMILY"));
    const fourth = lessons.filter(
      ({ startsAt }) => startsAt >= at(wombat.school, "2026-11-02 00:00"),
    );
    expect(fourth.map(({ startsAt }) => startsAt)).toEqual([
      at(wombat.school, "2026-11-02 17:00"),
      at(wombat.school, "2026-11-04 16:00"),
    ]);
  });

  it("an admin who is a parent too has their own children in it, not the school", async () => {
    const roles = ["ADMIN", "TEACHER", "PARENT"] as const;
    const parent = await aMember(wombat.school, { roles });
    const ids = { schoolId: wombat.school.id, familyId: wombat.family.id };
    await insertRow("guardian", { ...ids, personId: parent.personId, kind: "OTHER" });
    const { lessons } = await followed(server, await pathOf(parent, "FAMILY"));
    expect(count(lessons)).toEqual(family);
    const none = await aMember(wombat.school, { roles });
    expect((await followed(server, await pathOf(none, "FAMILY"))).lessons).toEqual([]);
  });

  it("an emergency contact reads nothing", async () => {
    const contact = await aGuardian(wombat.school, { family: wombat.family, kind: "EMERGENCY" });
    expect((await followed(server, await pathOf(contact, "FAMILY"))).lessons).toEqual([]);
  });

  it("a teacher's: what they teach, with the name of whoever comes alone", async () => {
    const { text, lessons } = await followed(server, await pathOf(wombat.grace, "TEACHER"));
    const own = { "Wombat Piano: Wombat Mia": 1, "Wombat Piano: Wombat Zoe": 1 };
    const named = lessons.map(({ summary }) => ({ summary: summary.replace(/ Family \d+$/, "") }));
    expect(count(named)).toEqual({ "Wombat Piano": 3, ...own });
    expect(text).not.toContain("Choir");
  });

  it("the whole school's: every lesson, no student; for teachers and admins, each on their page", async () => {
    const admin = await anAdmin(wombat.school);
    for (const [member, home] of [
      [wombat.hugo, "teach"],
      [admin, "admin/calendar"],
    ] as const) {
      const { text, name, lessons } = await followed(server, await pathOf(member, "SCHOOL"));
      const piano = { "Wombat Piano, Wombat Grace Nguyen": 5 };
      expect(count(lessons)).toEqual({ ...piano, "Wombat Choir, Wombat Hugo Silva": 4 });
      expect(name).toBe("Wombat Music\\, Sydney (whole school)");
      expect(text).not.toMatch(/Mia|Tom|Zoe/);
      expect(lessons[0]?.url).toBe(`http://localhost:3000/${wombat.school.slug}/${home}`);
    }
  });

  it("a student's: their own", async () => {
    const { text, lessons } = await followed(
      server,
      await pathOf(await asStudent(wombat.mia), "STUDENT"),
    );
    expect(count(lessons)).toEqual({ "Wombat Piano": 4, "Wombat Choir": 4 });
    expect(text).not.toMatch(/Zoe|Tom/);
  });

  it("nothing of another school stands in any of them", async () => {
    for (const [member, scope] of [
      [quokka.family.guardian, "FAMILY"],
      [quokka.grace, "TEACHER"],
      [quokka.grace, "SCHOOL"],
    ] as const) {
      const path = await feedPath(contextOf(quokka.school, member), scope);
      const { text, lessons } = await followed(server, path);
      expect(lessons.length).toBeGreaterThan(4);
      expect(text).not.toContain("Wombat");
    }
  });

  it("nobody makes an address of a calendar that they may not read", async () => {
    for (const [member, scopes] of [
      [wombat.family.guardian, ["SCHOOL", "TEACHER", "STUDENT"]],
      [wombat.grace, ["FAMILY", "STUDENT"]],
      [await anAdmin(wombat.school), ["TEACHER", "FAMILY", "STUDENT"]],
    ] as const) {
      const ctx = contextOf(wombat.school, member);
      for (const scope of scopes) {
        await expect(createCalendarFeed(ctx, scope)).rejects.toBeInstanceOf(NotFound);
      }
      expect(await getCalendarFeeds(ctx, scopes)).toEqual([]);
    }
  });
});
