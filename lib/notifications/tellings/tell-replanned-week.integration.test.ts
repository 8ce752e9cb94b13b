import { describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { superuserQuery } from "@/lib/testing/database";
import { aLessonWorld, type LessonWorld } from "@/lib/testing/lesson-world";
import { systemContextOf } from "@/lib/testing/people-factory";
import { bookLeo, forget, noticeOf, plan, tell } from "@/lib/testing/schedule-changes";
import { at } from "@/lib/testing/school-factory";
import type { OutboxEventId } from "@/lib/ids";
import { tellLessonsChanged } from "./tell-lessons-changed";

const WEEKS = { before: "GGGIGGGIGI", after: "GGGIIGGIGI" };

/** When families of the hybrid course may book. */
async function window({ courses, school }: LessonWorld, opensAt: string | null, closesAt = "") {
  await superuserQuery(
    "UPDATE course SET window_opens_at = $2, window_closes_at = $3 WHERE id = $1",
    [
      courses.hybrid.id,
      opensAt === null ? null : new Date(at(school, opensAt)),
      closesAt === "" ? null : new Date(at(school, closesAt)),
    ],
  );
}

async function weekFive(world: LessonWorld): Promise<string> {
  await plan(world, WEEKS.before);
  await forget(world);
  await plan(world, WEEKS.after);
  await tell(world);
  const [notice] = await noticeOf(world, "Priya");
  return String(notice?.body);
}

/** The cards of the mail that Priya gets. */
async function cards({ school }: LessonWorld) {
  const { rows } = await superuserQuery(
    "SELECT id, data FROM outbox_event WHERE school_id = $1 AND name = 'scheduling/lessons.changed'",
    [school.id],
  );
  const event = rows[0] as { id: OutboxEventId; data: { actorId: string | null } };
  const told = await tellLessonsChanged.tell(systemContextOf(school), event);
  const mine = told.find(({ recipient }) => recipient.name.startsWith("Priya"));
  return mine?.mail?.content.blocks.filter(({ kind }) => kind === "card") ?? [];
}

describe("a group week that becomes individual", () => {
  it("says to book a time, until when and where", async () => {
    const world = await aLessonWorld();
    await window(world, "2026-10-01 08:00", "2026-12-06 20:00");
    expect(await weekFive(world)).toBe(
      "Mon 9 Nov, 4:00 pm: Week 5 is now an individual lesson: book a time until Sun 6 Dec, 8:00 pm",
    );
    const [enrolmentId] = world.courses.hybrid.enrolments;
    const href = `${env.APP_URL}/${world.school.slug}/family/book/${enrolmentId}?week=5`;
    expect(await cards(world)).toMatchObject([
      { link: { href, label: "Book a time until Sunday 6 December 2026, 8:00 pm" } },
    ]);
  });

  it("says when booking opens, that it is not open yet, or whom to ask", async () => {
    const said = async (opensAt: string | null, closesAt?: string) => {
      const world = await aLessonWorld();
      await window(world, opensAt, closesAt);
      return (await weekFive(world)).split("individual lesson: ")[1];
    };
    expect(await said(null)).toBe("booking is not open yet");
    expect(await said("2026-11-01 08:00")).toBe("booking opens Sun 1 Nov, 8:00 am");
    expect(await said("2026-09-01 08:00", "2026-09-02 08:00")).toMatch(
      /^booking has closed, please /,
    );
  });

  it("is told to its teacher as what it is, with nothing to book", async () => {
    const world = await aLessonWorld();
    await weekFive(world);
    const [notice] = await noticeOf(world, "Alice");
    expect(notice?.body).toBe("Mon 9 Nov, 4:00 pm: Week 5 now has individual lessons");
  });
});

it("An individual week that becomes a group week says so, of the lesson that was booked too", async () => {
  const world = await aLessonWorld();
  await bookLeo(world);
  await forget(world);
  await plan(world, "GGGGGGGIGI");
  await tell(world);
  const [notice] = await noticeOf(world, "Priya");
  expect(notice?.body).toMatch(
    /^Mon 2 Nov, 4:00 pm: Week 4 is now a group lesson, with Alice [^·]+ · Mon 2 Nov, 5:00 pm: Cancelled: week 4 is now a group lesson$/,
  );
});

it("A group week that was individual for a while is one again, not merely back on", async () => {
  const world = await aLessonWorld();
  await plan(world, WEEKS.before);
  await plan(world, WEEKS.after);
  await forget(world);
  await plan(world, WEEKS.before);
  await tell(world);
  const [notice] = await noticeOf(world, "Priya");
  expect(notice?.title).toBe("Now a group lesson: Leo, HYBRID course at 16:00, Mon 9 Nov, 4:00 pm");
  expect(notice?.body).toContain("Week 5 is now a group lesson, with Alice");
});
