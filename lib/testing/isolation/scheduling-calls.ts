import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { addAvailabilityException } from "@/lib/scheduling/add-availability-exception";
import { archiveLocation } from "@/lib/scheduling/archive-location";
import { archiveRoom } from "@/lib/scheduling/archive-room";
import { archiveTeacher } from "@/lib/scheduling/archive-teacher";
import { createCourse } from "@/lib/scheduling/create-course";
import { createLocation } from "@/lib/scheduling/create-location";
import { createRoom } from "@/lib/scheduling/create-room";
import { createTerm } from "@/lib/scheduling/create-term";
import { enrolStudent } from "@/lib/scheduling/enrol-student";
import { getAvailability } from "@/lib/scheduling/get-availability";
import { getCourse } from "@/lib/scheduling/get-course";
import { getLessonDetails } from "@/lib/scheduling/get-lesson-details";
import { listCalendarRange } from "@/lib/scheduling/list-calendar-range";
import { listClosures } from "@/lib/scheduling/list-closures";
import { listCourses } from "@/lib/scheduling/list-courses";
import { listEnrolmentChoices } from "@/lib/scheduling/list-enrolment-choices";
import { listPlaces } from "@/lib/scheduling/list-places";
import { listScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { listTeacherTimes } from "@/lib/scheduling/list-teacher-times";
import { removeAvailabilityException } from "@/lib/scheduling/remove-availability-exception";
import { renameTerm } from "@/lib/scheduling/rename-term";
import { setAvailability } from "@/lib/scheduling/set-availability";
import { updateCourse } from "@/lib/scheduling/update-course";
import { updateLocation } from "@/lib/scheduling/update-location";
import { updateRoom } from "@/lib/scheduling/update-room";
import { updateSchoolSettings } from "@/lib/scheduling/update-school-settings";
import type { SchoolSettings } from "@/lib/school/school.schema";
import { asDay } from "@/lib/time/day";
import { asWallTime } from "@/lib/time/wall-time";
import { found, listOfFamily, narrowed, ofFamily, type SchoolCalls, whole } from "./school-call";

const WEEK_4 = { from: asDay("2026-11-02"), until: asDay("2026-11-09") };
const MORNING = { startTime: asWallTime("09:00"), endTime: asWallTime("11:00") };
const SETTINGS: SchoolSettings = {
  ...{ name: "Renamed", legalName: null, email: null, phone: null, address: null },
  ...{ primaryColour: null, accentColour: null, timeZone: "Australia/Sydney", weekStart: 1 },
  ...{ noticeHours: 12, bufferMinutes: 5, travelGapMinutes: 10, moveToOtherDays: true },
  unbookedPolicy: "LEAVE",
  placeholderText: "Booked alone",
};

export const schedulingCalls: SchoolCalls = {
  "scheduling/add-availability-exception addAvailabilityException": found(
    (ctx, { teacherId, locationId }) => {
      const on = asDay("2026-11-28");
      return addAvailabilityException(ctx, {
        ...{ teacherId, locationId, kind: "EXTRA", on },
        ...MORNING,
      });
    },
  ),
  "scheduling/archive-location archiveLocation": found((ctx, { locationId }) =>
    archiveLocation(ctx, { locationId, archived: false }),
  ),
  "scheduling/archive-room archiveRoom": found((ctx, { roomId }) =>
    archiveRoom(ctx, { roomId, archived: false }),
  ),
  "scheduling/archive-teacher archiveTeacher": found((ctx, { newTeacherId }) =>
    archiveTeacher(ctx, { teacherId: newTeacherId, archived: true }),
  ),
  "scheduling/create-course createCourse": found((ctx, { termId, teacherId, roomId }) =>
    createCourse(ctx, {
      acceptOutside: true,
      ...{ termId, teacherId, roomId, kind: "GROUP", name: "Drums", weekday: 5, capacity: 4 },
      ...{ startTime: asWallTime("10:00"), groupMinutes: 60 },
    }),
  ),
  "scheduling/create-location createLocation": whole((ctx) =>
    createLocation(ctx, { name: "Annex" }),
  ),
  "scheduling/create-room createRoom": found((ctx, { locationId }) =>
    createRoom(ctx, { locationId, name: "Attic", capacity: 2 }),
  ),
  "scheduling/create-term createTerm": whole((ctx) =>
    createTerm(ctx, {
      ...{ name: "Next term", startsOn: asDay("2027-02-01"), endsOn: asDay("2027-04-09") },
    }),
  ),
  "scheduling/enrol-student enrolStudent": found((ctx, { groupCourseId, studentId }) =>
    enrolStudent(ctx, { courseId: groupCourseId, studentId, startsOn: asDay("2027-01-11") }),
  ),
  "scheduling/get-availability getAvailability": found((ctx, { teacherId }) =>
    getAvailability(ctx, teacherId),
  ),
  "scheduling/get-course getCourse": found((ctx, { courseId }) => getCourse(ctx, courseId)),
  "scheduling/get-lesson-details getLessonDetails": found((ctx, { lessonId }) =>
    getLessonDetails(ctx, { entry: { lessonId } }),
  ),
  "scheduling/get-lesson-details getLessonDetails (of a placeholder)": found((ctx, { courseId }) =>
    getLessonDetails(ctx, { entry: { courseId, day: WEEK_4.from } }),
  ),
  "scheduling/get-lesson-details getLessonDetails (of a family)": ofFamily((ctx, { lessonId }) =>
    getLessonDetails(ctx, { owner: "family", entry: { lessonId } }),
  ),
  "scheduling/list-calendar-range listCalendarRange": whole((ctx) =>
    listCalendarRange(ctx, { ...WEEK_4, allNames: true }),
  ),
  "scheduling/list-calendar-range listCalendarRange (narrowed)": narrowed(
    (ctx, { teacherId, locationId, roomId, courseId }) =>
      listCalendarRange(ctx, { ...WEEK_4, teacherId, locationId, roomId, courseId }),
  ),
  "scheduling/list-calendar-range listCalendarRange (of a family)": listOfFamily(
    (ctx, { studentId }) => listCalendarRange(ctx, { ...WEEK_4, owner: "family", studentId }),
  ),
  "scheduling/list-calendar-range listCalendarRange (of a student)": {
    ...whole((ctx) => listCalendarRange(ctx, { ...WEEK_4, owner: "student" })),
    ...{ reach: "family", actor: "student" },
  },
  "scheduling/list-closures listClosures": whole((ctx) => listClosures(ctx)),
  "scheduling/list-courses listCourses": whole((ctx) => listCourses(ctx, {})),
  "scheduling/list-courses listCourses (of a term)": narrowed((ctx, { termId }) =>
    listCourses(ctx, { termId }),
  ),
  "scheduling/list-enrolment-choices listEnrolmentChoices": whole((ctx) =>
    listEnrolmentChoices(ctx),
  ),
  "scheduling/list-places listPlaces": whole((ctx) => listPlaces(ctx)),
  "scheduling/list-schedule-choices listScheduleChoices": whole((ctx) => listScheduleChoices(ctx)),
  "scheduling/list-teacher-times listTeacherTimes": whole((ctx) => listTeacherTimes(ctx)),
  "scheduling/remove-availability-exception removeAvailabilityException": found(
    (ctx, { exceptionId }) => removeAvailabilityException(ctx, { exceptionId }),
  ),
  "scheduling/rename-term renameTerm": found((ctx, { termId }) =>
    renameTerm(ctx, { basedOn: AS_IT_STANDS, termId, name: "Spring" }),
  ),
  "scheduling/set-availability setAvailability": found((ctx, { teacherId, locationId }) =>
    setAvailability(ctx, {
      basedOn: AS_IT_STANDS,
      teacherId,
      windows: [
        { locationId, weekday: 1, validFrom: asDay("2026-01-01"), validUntil: null, ...MORNING },
      ],
    }),
  ),
  "scheduling/update-course updateCourse": found((ctx, { courseId }) =>
    updateCourse(ctx, {
      basedOn: AS_IT_STANDS,
      courseId,
      name: "Piano for all",
      capacity: 5,
      lessonMinutes: 45,
    }),
  ),
  "scheduling/update-location updateLocation": found((ctx, { locationId }) =>
    updateLocation(ctx, { basedOn: AS_IT_STANDS, locationId, name: "The old mill" }),
  ),
  "scheduling/update-room updateRoom": found((ctx, { roomId }) =>
    updateRoom(ctx, { basedOn: AS_IT_STANDS, roomId, name: "Loft", capacity: 7, instruments: [] }),
  ),
  "scheduling/update-school-settings updateSchoolSettings": whole((ctx) =>
    updateSchoolSettings(ctx, { settings: SETTINGS, basedOn: AS_IT_STANDS }),
  ),
};
