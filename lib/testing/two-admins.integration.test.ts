import { describe, expect, it } from "vitest";
import { changeCourseTimes } from "@/lib/booking/changes/change-course-times";
import { changeWeekPlan } from "@/lib/booking/changes/change-week-plan";
import { getWeekPlan } from "@/lib/booking/changes/get-week-plan";
import { planShown } from "@/lib/booking/changes/shown-plan";
import { setBookUntil } from "@/lib/booking/window/set-book-until";
import { setBookingWindow } from "@/lib/booking/window/set-booking-window";
import { bookUntilShown, windowShown } from "@/lib/booking/window/shown-window";
import { changeGuardianKind } from "@/lib/people/change-guardian-kind";
import { renameFamily } from "@/lib/people/rename-family";
import { contactShown, familyShown, guardianShown, teacherShown } from "@/lib/people/shown-person";
import { updateContact } from "@/lib/people/update-contact";
import { updateTeacher } from "@/lib/people/update-teacher";
import { renameTerm } from "@/lib/scheduling/rename-term";
import { setAvailability } from "@/lib/scheduling/set-availability";
import { availabilityShown } from "@/lib/scheduling/shown-availability";
import { courseFactsShown, courseTimesShown } from "@/lib/scheduling/shown-course";
import { locationShown, roomShown, termShown } from "@/lib/scheduling/shown-places";
import { updateCourse } from "@/lib/scheduling/update-course";
import { updateLocation } from "@/lib/scheduling/update-location";
import { updateRoom } from "@/lib/scheduling/update-room";
import { updateSchoolSettings } from "@/lib/scheduling/update-school-settings";
import { getSchoolSettings } from "@/lib/school/get-school-settings";
import { settingsShown } from "@/lib/school/shown-settings";
import type { Refusal } from "@/lib/refusal";
import type { SchoolContext } from "@/lib/school-context";
import { asDay } from "@/lib/time/day";
import { plusHours, plusMinutes } from "@/lib/time/instant";
import { asWallTime } from "@/lib/time/wall-time";
import type { SaveOutcome } from "@/lib/values/shown-record";
import { aFamily, aGuardian, anAdmin, aTeacher, contextOf } from "./people-factory";
import { aGroupCourse, aHybridCourse, anEnrolment } from "./scheduling-factory";
import { aRoom, aSchool, aTerm, TEST_NOW } from "./school-factory";

/** Saves the form that both opened, with one's own value in it: 1 or 2. */
type Save = (ctx: SchoolContext, mine: 1 | 2) => Promise<SaveOutcome>;

const NAMES = { email: null, phone: null, bornOn: null };

async function ground() {
  const school = await aSchool();
  const [alice, ben] = [
    contextOf(school, await anAdmin(school, { givenName: "Alice", familyName: "Chen" })),
    contextOf(school, await anAdmin(school, { givenName: "Ben" })),
  ];
  const [teacher, room, term] = [await aTeacher(school), await aRoom(school), await aTerm(school)];
  const family = await aFamily(school);
  return { school, alice, ben, teacher, room, term, family };
}

type Ground = Awaited<ReturnType<typeof ground>>;

const FORMS: Record<string, (on: Ground) => Promise<Save>> = {
  settings: async ({ alice }) => {
    const {
      frozen: _frozen,
      currency: _c,
      locale: _l,
      ...settings
    } = await getSchoolSettings(alice);
    const basedOn = settingsShown(settings);
    return (ctx, mine) =>
      updateSchoolSettings(ctx, { settings: { ...settings, noticeHours: mine }, basedOn });
  },
  location: async ({ room: { location } }) => {
    const basedOn = locationShown({ name: location.name, address: "1 Chapel Street" });
    return (ctx, mine) =>
      updateLocation(ctx, { locationId: location.id, name: `Mill ${mine}`, basedOn });
  },
  room: async ({ room }) => {
    const basedOn = roomShown({ name: room.name, capacity: 6, instruments: [] });
    return (ctx, mine) =>
      updateRoom(ctx, {
        roomId: room.id,
        name: room.name,
        capacity: mine,
        instruments: [],
        basedOn,
      });
  },
  term: async ({ term }) => {
    const basedOn = termShown(term);
    return (ctx, mine) => renameTerm(ctx, { termId: term.id, name: `Spring ${mine}`, basedOn });
  },
  contact: async ({ family: { students } }) => {
    const [{ personId, givenName, familyName }] = students;
    const basedOn = contactShown({ givenName, familyName });
    return (ctx, mine) =>
      updateContact(ctx, { ...NAMES, personId, givenName: `Mia ${mine}`, familyName, basedOn });
  },
  teacher: async ({ teacher }) => {
    const { id, givenName, familyName } = teacher;
    const basedOn = teacherShown({ givenName, familyName, instruments: [] });
    const change = { ...NAMES, teacherId: id, givenName, familyName };
    return (ctx, mine) =>
      updateTeacher(ctx, { ...change, instruments: [`piano ${mine}`], basedOn });
  },
  "family name": async ({ family }) => {
    const basedOn = familyShown(family);
    return (ctx, mine) => renameFamily(ctx, { familyId: family.id, name: `Chen ${mine}`, basedOn });
  },
  "kind of guardian": async ({ school, family }) => {
    const { personId } = await aGuardian(school, { family, kind: "EMERGENCY" });
    const basedOn = guardianShown({ kind: "EMERGENCY" });
    return (ctx, mine) =>
      changeGuardianKind(ctx, {
        ...{ familyId: family.id, personId, basedOn },
        kind: mine === 1 ? "OTHER" : "PRIMARY",
      });
  },
  "open times": async ({ teacher, room }) => {
    const basedOn = availabilityShown([]);
    const window = { locationId: room.location.id, weekday: 1 as const, validUntil: null };
    const times = { startTime: asWallTime("09:00"), validFrom: asDay("2026-01-01") };
    return (ctx, mine) =>
      setAvailability(ctx, {
        ...{ teacherId: teacher.id, basedOn },
        windows: [{ ...window, ...times, endTime: asWallTime(`1${mine}:00`) }],
      });
  },
  course: async (on) => {
    const { id: courseId, name } = await aGroupCourse(on.school, on);
    const basedOn = courseFactsShown("GROUP", { name, capacity: 6 });
    return (ctx, mine) => updateCourse(ctx, { courseId, name, capacity: mine, basedOn });
  },
  "course times": async (on) => {
    const course = await aGroupCourse(on.school, on);
    const times = { teacherId: on.teacher.id, roomId: on.room.id, weekday: course.weekday };
    const before = { ...times, startTime: asWallTime(course.startTime), groupMinutes: 60 };
    const basedOn = courseTimesShown("GROUP", before);
    return (ctx, mine) =>
      changeCourseTimes(ctx, { ...before, courseId: course.id, groupMinutes: 30 + mine, basedOn });
  },
  "week plan": async (on) => {
    const { id: courseId } = await aHybridCourse(on.school, { ...on, plan: "GGGIGGGIGI" });
    const { plan } = await getWeekPlan(on.alice, courseId);
    const basedOn = planShown(plan);
    return (ctx, mine) =>
      changeWeekPlan(ctx, {
        ...{ courseId, basedOn },
        plan: plan.map((one) => (one.week === mine ? { ...one, kind: "NONE" as const } : one)),
      });
  },
  "booking window": async (on) => {
    const window = { windowOpensAt: null, windowClosesAt: null };
    const { id: courseId } = await aHybridCourse(on.school, { ...on, ...window, plan: "GI" });
    const basedOn = windowShown({ opensAt: null, closesAt: null }, on.school.facts.timeZone);
    return (ctx, mine) =>
      setBookingWindow(ctx, {
        ...{ courseId, basedOn },
        opensAt: plusHours(TEST_NOW, mine),
        closesAt: null,
      });
  },
  "may book until": async (on) => {
    const course = await aHybridCourse(on.school, { ...on, plan: "GI" });
    const { id: enrolmentId } = await anEnrolment(course, on.family.students[0]);
    const basedOn = bookUntilShown(null, on.school.facts.timeZone);
    return (ctx, mine) =>
      setBookUntil(ctx, { enrolmentId, basedOn, bookUntil: plusHours(TEST_NOW, mine) });
  },
};

describe("two admins with the same form", () => {
  it.each(Object.entries(FORMS))(
    "%s: of two saves at once exactly one is written, and the other is told",
    async (_, open) => {
      const on = await ground();
      const save = await open(on);
      const outcomes = await Promise.allSettled([save(on.alice, 1), save(on.ben, 2)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const reasons = outcomes.flatMap((one) =>
        one.status === "rejected" ? [one.reason as unknown] : [],
      );
      expect(reasons).toMatchObject([{ code: "changed-meanwhile" }]);
    },
  );

  it.each(Object.entries(FORMS))(
    "%s: the later one reads who changed it and when, and can then save on top",
    async (_, open) => {
      const on = await ground();
      const save = await open(on);
      const first = await save(on.alice, 1);
      expect(first.outcome).toBe("saved");
      const later = { ...on.ben, now: plusMinutes(on.ben.now, 2) };
      const refusal = await save(later, 2).catch((error: Refusal) => error);
      expect(refusal).toMatchObject({
        code: "changed-meanwhile",
        details: { change: "Alice Chen changed this 2 minutes ago", present: first.stands },
      });
      const { outcome, stands } = await save(later, 1);
      expect({ outcome, stands }).toEqual({ outcome: "unchanged", stands: first.stands });
    },
  );
});
