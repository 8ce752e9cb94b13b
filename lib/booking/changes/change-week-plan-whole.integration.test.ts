import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { afterAll, expect, it } from "vitest";
import { aBooking } from "@/lib/testing/booking-factory";
import { superuserQuery, useChangedCopy } from "@/lib/testing/database";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { planOf } from "@/lib/testing/piano-foundation";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at, type TestSchool } from "@/lib/testing/school-factory";

// Whatever the change does last, here it fails: nobody can be told of the lost booking.
await useChangedCopy(`
  CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no event today'; END $$;
  CREATE TRIGGER refuse_event BEFORE INSERT ON outbox_event
    FOR EACH ROW EXECUTE FUNCTION refuse_event();`);
const { closePools } = await import("@/lib/db/pools");
const { changeWeekPlan } = await import("./change-week-plan");
const { getWeekPlanPreview } = await import("./get-week-plan-preview");

afterAll(closePools);

async function storedIn(school: TestSchool): Promise<unknown> {
  const { rows } = await superuserQuery(
    `SELECT (SELECT jsonb_agg(to_jsonb(w) ORDER BY w.week) FROM week_plan_week w WHERE school_id = $1) AS plan,
            (SELECT jsonb_agg(to_jsonb(b)) FROM booking b WHERE school_id = $1) AS bookings,
            (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.id) FROM lesson l WHERE school_id = $1) AS lessons,
            (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.lesson_id, r.resource_id) FROM reservation r WHERE school_id = $1) AS held,
            (SELECT count(*)::int FROM audit_entry WHERE school_id = $1) AS audit`,
    [school.id],
  );
  return rows[0];
}

it("A plan changes in one transaction, all or nothing", async () => {
  const school = await aSchool();
  const course = await aHybridCourse(school);
  const ctx = contextOf(school, await anAdmin(school));
  const enrolment = await anEnrolment(course, (await aFamily(school)).students[0]);
  await aBooking(enrolment, { week: 4, startsAt: at(school, "2026-11-02 16:00") });
  const change = { courseId: course.id, plan: planOf("GGGGGGG-GI") };
  const { confirmation, lostBookings } = await getWeekPlanPreview(ctx, change);
  expect(lostBookings).toHaveLength(1);
  const before = await storedIn(school);
  await expect(
    changeWeekPlan(ctx, { basedOn: AS_IT_STANDS, ...change, confirmed: confirmation }),
  ).rejects.toThrow("no event today");
  expect(await storedIn(school)).toEqual(before);
});
