import { describe, expect, it } from "vitest";
import { type LessonId, newId } from "@/lib/ids";
import { NotFound } from "@/lib/refusal";
import { aBooking } from "@/lib/testing/booking-factory";
import { aFamily, anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aHybridCourse, anEnrolment } from "@/lib/testing/scheduling-factory";
import { aClosure, aLocation, aRoom, aSchool, at } from "@/lib/testing/school-factory";
import { asDay } from "@/lib/time/day";
import { plusHours } from "@/lib/time/instant";
import { getLessonDetails } from "./get-lesson-details";

async function aPianoSchool() {
  const school = await aSchool();
  const location = await aLocation(school, { name: "Newtown", address: "12 Wattle Lane" });
  const room = await aRoom(school, { location, name: "Piano Room" });
  const piano = await aHybridCourse(school, { name: "Piano", room, plan: "GGGIGGGIGI" });
  const family = await aFamily(school, { name: "Chen", students: ["Mia"] });
  const other = await aFamily(school, { name: "Silva", students: ["Zoe"] });
  const mia = await anEnrolment(piano, family.students[0]);
  await anEnrolment(piano, other.students[0]);
  const booking = await aBooking(mia, { week: 4, startsAt: at(school, "2026-11-05 15:15") });
  const group = piano.lessons[0];
  if (!group) throw new Error("week 1 is a group week");
  return {
    ...{ school, piano, booking, mia, group },
    admin: contextOf(school, await anAdmin(school)),
    parent: contextOf(school, family.guardian),
    stranger: contextOf(school, other.guardian),
  };
}

describe("one lesson", () => {
  it("shows the school its roster, teacher, room and where that is", async () => {
    const { admin, piano, group } = await aPianoSchool();
    const details = await getLessonDetails(admin, { entry: { lessonId: group.id } });
    expect(details).toMatchObject({
      kind: "hybrid-group",
      state: "planned",
      course: { id: piano.id, name: "Piano" },
      week: 1,
      room: "Piano Room",
      location: { name: "Newtown", address: "12 Wattle Lane" },
      placeholder: null,
      roster: [{ name: "Mia Chen" }, { name: "Zoe Silva" }],
    });
  });

  it("shows a parent only their own child in it, and not others' lessons at all", async () => {
    const { parent, stranger, group, booking } = await aPianoSchool();
    const owner = "family" as const;
    const own = await getLessonDetails(parent, { owner, entry: { lessonId: group.id } });
    expect(own.roster.map(({ name }) => name)).toEqual(["Mia Chen"]);
    const entry = { lessonId: booking.lessonId };
    expect((await getLessonDetails(parent, { owner, entry })).roster).toMatchObject([
      { name: "Mia Chen", bookingId: booking.id },
    ]);
    await expect(getLessonDetails(stranger, { owner, entry })).rejects.toThrow(NotFound);
    const nobodys = { lessonId: newId<LessonId>() };
    await expect(getLessonDetails(parent, { owner, entry: nobodys })).rejects.toThrow(NotFound);
  });

  it("is over once it has ended, and tells when it was cancelled", async () => {
    const { admin, mia, group, school } = await aPianoSchool();
    const later = { ...admin, now: plusHours(group.endsAt, 1) };
    const asked = { entry: { lessonId: group.id } };
    expect((await getLessonDetails(later as typeof admin, asked)).state).toBe("over");
    const startsAt = at(school, "2026-11-30 15:15");
    const cancelled = await aBooking(mia, { week: 8, startsAt, state: "CANCELLED" });
    const entry = { lessonId: cancelled.lessonId };
    expect(await getLessonDetails(admin, { entry })).toMatchObject({
      state: "cancelled",
      roster: [{ name: "Mia Chen" }],
    });
  });
});

describe("the placeholder of an individual week", () => {
  it("says who has booked and who has not", async () => {
    const { admin, piano, parent, school } = await aPianoSchool();
    const entry = { courseId: piano.id, day: asDay("2026-11-02") };
    expect(await getLessonDetails(admin, { entry })).toMatchObject({
      week: 4,
      startsAt: at(school, "2026-11-02 16:00"),
      placeholder: { text: "1-on-1 week", booked: 1, owed: 2 },
      roster: [
        { name: "Mia Chen", lessonAt: at(school, "2026-11-05 15:15") },
        { name: "Zoe Silva", lessonAt: null, bookingId: null },
      ],
    });
    const own = await getLessonDetails(parent, { owner: "family", entry });
    expect(own).toMatchObject({
      placeholder: { booked: 1, owed: 1 },
      roster: [{ name: "Mia Chen" }],
    });
  });

  it("is not there on another day, in a group week, or where the school is closed", async () => {
    const { admin, piano, school } = await aPianoSchool();
    await aClosure(school, { startsOn: "2026-11-30", name: "Holiday" });
    for (const day of ["2026-11-03", "2026-10-12", "2026-11-30", "2027-06-07"]) {
      const entry = { courseId: piano.id, day: asDay(day) };
      await expect(getLessonDetails(admin, { entry }), day).rejects.toThrow(NotFound);
    }
  });
});
