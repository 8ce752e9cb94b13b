import { describe, expect, it } from "vitest";
import { getBookingFacts } from "@/lib/booking/get-booking-facts";
import { slotsOfWeek } from "@/lib/booking/slots/slots";
import { NotFound } from "@/lib/refusal";
import { superuserQuery } from "@/lib/testing/database";
import { anAvailability } from "@/lib/testing/availability-factory";
import { aFamily, anAdmin, aTeacher, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aLocation, aRoom, aSchool } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { addAvailabilityException } from "./add-availability-exception";
import { getAvailability } from "./get-availability";
import { removeAvailabilityException } from "./remove-availability-exception";

async function aTeacherWithSlots() {
  const school = await aSchool();
  const ctx = contextOf(school, await anAdmin(school));
  const [teacher, room] = [await aTeacher(school), await aRoom(school)];
  for (const weekday of [2, 3, 4] as const) {
    await anAvailability(school, teacher, { location: room.location, weekday });
  }
  const course = await aHybridCourse(school, { teacher, room, plan: "GGGIGGGIGI" });
  const { id } = await anEnrolment(course, (await aFamily(school)).students[0]);
  const daysWithSlots = async () => {
    const facts = await getBookingFacts(ctx, { enrolmentId: id, weeks: [4] });
    return [...new Set(slotsOfWeek(facts, { week: 4, now: ctx.now }).map(({ day }) => day))];
  };
  return { ctx, teacherId: teacher.id, daysWithSlots };
}

describe("a teacher who is away for several days", () => {
  it("has no slot on any of them, one entry in the list, and all of them back when it is removed", async () => {
    const { ctx, teacherId, daysWithSlots } = await aTeacherWithSlots();
    const week = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"];
    expect(await daysWithSlots()).toEqual(week);
    const [on, until] = [asDay("2026-11-03"), asDay("2026-11-05")];
    const days = { teacherId, kind: "BLOCK" as const, on, until };
    const id = await addAvailabilityException(ctx, { ...days, reason: "Camp" });
    expect(await daysWithSlots()).toEqual(["2026-11-02"]);
    const { entries } = await getAvailability(ctx, teacherId);
    expect(entries).toMatchObject([{ id, on, until, startTime: "00:00", endTime: "24:00" }]);
    await removeAvailabilityException(ctx, { exceptionId: id });
    expect(await daysWithSlots()).toEqual(week);
    expect((await getAvailability(ctx, teacherId)).entries).toEqual([]);
    await expect(removeAvailabilityException(ctx, { exceptionId: id })).rejects.toThrow(NotFound);
  });

  it("is nowhere: a location that was sent along is not written down, whosever it is", async () => {
    const { ctx, teacherId } = await aTeacherWithSlots();
    const { id: locationId } = await aLocation(await aSchool());
    const on = asDay("2026-11-03");
    await addAvailabilityException(ctx, { teacherId, kind: "BLOCK", on, locationId });
    const { rows } = await superuserQuery(
      "SELECT data FROM audit_entry WHERE school_id = $1 AND subject_id = $2",
      [ctx.schoolId, teacherId],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(locationId);
  });
});
