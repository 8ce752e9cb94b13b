import { describe, expect, it } from "vitest";
import { aLessonWorld, FULL_DAY } from "@/lib/testing/lesson-world";
import { at } from "@/lib/testing/school-factory";
import {
  bookLeo,
  close,
  forget,
  noticeOf,
  reopen,
  tell,
  toldTo,
} from "@/lib/testing/schedule-changes";

describe("a day that is closed late", () => {
  it("is told once to everybody with lessons on it, of whatever kind, however often the job runs", async () => {
    const world = await aLessonWorld();
    await bookLeo(world);
    await forget(world);
    await close(world, { startsOn: FULL_DAY });
    await tell(world);
    await tell(world);
    expect(await toldTo(world)).toEqual(["Ada 1+1", "Alice 1+1", "Priya 1+1", "Sam 1+1"]);
    const [family] = await noticeOf(world, "Priya");
    expect(family?.title).toBe("5 lessons cancelled: Mia and Leo");
    expect(family?.body).toContain("Mon 2 Nov, 10:00 am: Cancelled: Staff day");
    expect(family?.body).toContain("and 1 more");
    const [teacher] = await noticeOf(world, "Alice");
    expect(teacher).toMatchObject({ path: "teach?date=2026-11-02" });
    expect(String(teacher?.title)).toMatch(/^6 lessons cancelled: /);
    const [adult] = await noticeOf(world, "Ada");
    expect(adult).toMatchObject({
      title: "Cancelled: Ada, BAND course at 11:00, Mon 2 Nov, 11:00 am",
      path: "student",
    });
  });

  it("is told as it is when it is told: nobody once it is open again, nobody once it is over", async () => {
    const world = await aLessonWorld();
    const closure = await close(world, { startsOn: FULL_DAY });
    await reopen(world, closure);
    await tell(world, at(world.school, "2026-11-02 21:00"));
    expect(await toldTo(world)).toEqual([]);
    await tell(world);
    const [family] = await noticeOf(world, "Priya");
    expect(await toldTo(world)).toEqual(["Ada 1+1", "Alice 1+1", "Priya 1+1", "Sam 1+1"]);
    expect(family?.title).toBe("4 lessons are back on: Mia and Leo");
  });
});
