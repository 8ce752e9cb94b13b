import { afterAll, expect, it } from "vitest";
import { superuserQuery, useChangedCopy } from "@/lib/testing/database";
import { anIndividualCourse } from "@/lib/testing/scheduling-factory";
import { contextOf } from "@/lib/testing/people-factory";
import { aSchool, aTerm } from "@/lib/testing/school-factory";
import { addDays } from "@/lib/time/day";
import { systemNow } from "@/lib/time/instant";
import { asTimeZone, dayAt } from "@/lib/time/zone";

await useChangedCopy(`DROP TRIGGER "lesson_sequence" ON "lesson"`);
const { serveRoutes } = await import("@/lib/testing/route-server");
const { feedPath, followed } = await import("@/lib/testing/feed-caller");

const server = await serveRoutes("app/api/calendar");
afterAll(() => server.stop());

it("without the trigger a moved lesson would not be a change to its readers: nothing else counts it", async () => {
  const school = await aSchool();
  const startsOn = addDays(dayAt(systemNow(), asTimeZone("Australia/Sydney")), 7);
  const course = await anIndividualCourse(school, {
    term: await aTerm(school, { startsOn, weeks: 1 }),
  });
  const path = await feedPath(contextOf(school, course.teacher), "TEACHER");
  const [before] = (await followed(server, path)).lessons;
  const sql = `UPDATE lesson SET starts_at = starts_at + interval '1 hour',
    ends_at = ends_at + interval '1 hour' WHERE course_id = $1`;
  expect((await superuserQuery(sql, [course.id])).rowCount).toBe(1);
  const [after] = (await followed(server, path)).lessons;
  expect(after?.startsAt).toBe((before?.startsAt ?? 0) + 3_600_000);
  expect(after?.sequence).toBe(before?.sequence);
});
