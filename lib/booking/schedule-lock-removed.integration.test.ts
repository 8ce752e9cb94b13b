import { expect, it } from "vitest";
import { bookBesideChange } from "@/lib/testing/book-beside-change";
import { functionWithout, useChangedCopy } from "@/lib/testing/database";

const LOCK = "pg_advisory_xact_lock(schedule_lock_key(p_school)), ";

await useChangedCopy(functionWithout("begin_schedule_change", LOCK));
const { inSchool } = await import("@/lib/db/in-school");
const { beginScheduleChange } = await import("@/lib/scheduling/begin-schedule-change");
const { bookLessons } = await import("./book-lessons");

it("without the lock of the schedule a booking would be made beside a change that cannot see it", async () => {
  const seen = await bookBesideChange({ inSchool, beginScheduleChange, bookLessons });
  expect(seen).toBe("booked meanwhile");
});
