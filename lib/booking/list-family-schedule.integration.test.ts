import { describe, expect, it } from "vitest";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamily, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aSchool, at } from "@/lib/testing/school-factory";
import { wallTimeAt } from "@/lib/time/zone";
import { listFamilySchedule } from "./list-family-schedule";

describe("a family's schedule", () => {
  it("shows group lessons and booked lessons of all children by time, and no placeholders", async () => {
    const school = await aSchool();
    const family = await aFamily(school, { students: ["Mia", "Tom"] });
    const piano = await aHybridCourse(school, { name: "Piano", plan: "GIG" });
    const guitar = await aGroupCourse(school, { name: "Guitar", weekday: 3, startTime: "17:00" });
    const [mia, tom] = family.students;
    const enrolment = await anEnrolment(piano, mia);
    await anEnrolment(guitar, tom ?? mia);
    const booking = await aBooking(enrolment, {
      week: 2,
      startsAt: at(school, "2026-10-20 15:00"),
    });

    const ctx = contextOf(school, family.guardian);
    const lessons = await listFamilySchedule(ctx, { limit: 5 });
    expect(
      lessons.map(
        (lesson) => lesson.studentName + wallTimeAt(lesson.startsAt, ctx.school.timeZone),
      ),
    ).toEqual(["Mia16:00", "Tom17:00", "Mia15:00", "Tom17:00", "Mia16:00"]);
    expect(lessons[2]?.bookingId).toBe(booking.id);
  });

  it("shows a late joiner only the lessons inside the enrolment, and nobody another family's", async () => {
    const school = await aSchool();
    const family = await aFamily(school, { students: ["Mia"] });
    const others = await aFamily(school, { students: ["Zoe"] });
    const guitar = await aGroupCourse(school);
    await anEnrolment(guitar, family.students[0], { startsOn: "2026-10-26", endsOn: "2026-11-02" });

    const lessons = await listFamilySchedule(contextOf(school, family.guardian), { limit: 20 });
    expect(lessons.map(({ startsAt }) => startsAt)).toEqual([
      at(school, "2026-10-26 16:00"),
      at(school, "2026-11-02 16:00"),
    ]);
    expect(await listFamilySchedule(contextOf(school, others.guardian), { limit: 20 })).toEqual([]);
  });

  it("is not emptied by lessons of a course that the child only joins later", async () => {
    const school = await aSchool();
    const family = await aFamily(school, { students: ["Mia"] });
    await anEnrolment(await aGroupCourse(school), family.students[0], { startsOn: "2026-11-30" });

    const lessons = await listFamilySchedule(contextOf(school, family.guardian), { limit: 2 });
    expect(lessons.map(({ startsAt }) => startsAt)).toEqual([
      at(school, "2026-11-30 16:00"),
      at(school, "2026-12-07 16:00"),
    ]);
  });
});
