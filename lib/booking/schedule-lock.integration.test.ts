import { expect, it } from "vitest";
import { inSchool } from "@/lib/db/in-school";
import { beginScheduleChange } from "@/lib/scheduling/begin-schedule-change";
import { bookBesideChange } from "@/lib/testing/book-beside-change";
import { bookLessons } from "./book-lessons";

it("a booking waits for a change of the schedule that has begun, and is decided on what it left", async () => {
  expect(await bookBesideChange({ inSchool, beginScheduleChange, bookLessons })).toBe("waited");
});
