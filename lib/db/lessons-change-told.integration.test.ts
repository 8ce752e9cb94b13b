import { describe, expect, it } from "vitest";
import { aLessonWorld } from "@/lib/testing/lesson-world";
import { inSchool } from "./in-school";

describe("no lesson changes untold", () => {
  it.each([
    ["a cancelled lesson", "UPDATE lesson SET cancelled_at = now(), cancel_reason = 'SCHOOL'"],
    ["another time", "UPDATE lesson SET ends_at = ends_at + interval '5 minutes'"],
    ["somebody who leaves", "DELETE FROM reservation"],
  ])("%s is refused outside of a change of the schedule", async (_what, sql) => {
    const { ctx, school } = await aLessonWorld();
    const write = inSchool(ctx, (db) =>
      db.$executeRawUnsafe(`${sql} WHERE school_id = '${school.id}'`),
    );
    await expect(write).rejects.toThrow(/begin_schedule_change/);
  });
});
