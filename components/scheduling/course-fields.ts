import type { CourseView } from "@/lib/scheduling/get-course";
import type { ScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import type { Weekday } from "@/lib/time/day";
import { weekdayName } from "./course-words";
import type { FormField } from "./fields-form";

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const STEP_OPTIONS = [
  { value: "", label: "One after another" },
  { value: "5", label: "Every 5 minutes" },
  { value: "10", label: "Every 10 minutes" },
  { value: "15", label: "Every 15 minutes" },
  { value: "30", label: "Every 30 minutes" },
];

export function namedOptions(list: readonly { id: string; name: string }[]) {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}

export function roomOptions({ rooms }: ScheduleChoices) {
  return rooms.map((room) => ({
    value: room.id,
    label: `${room.locationName}: ${room.name} (${room.capacity})`,
  }));
}

export function weekdayOptions(locale: string) {
  return WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, locale) }));
}

/** What of a course can change at any time, with what stands there now. */
export function courseFactsFields(course: CourseView, currency: string): FormField[] {
  const isHybrid = course.kind === "HYBRID";
  return [
    { name: "name", label: "Name", initial: course.name },
    {
      name: "instrument",
      label: "Instrument",
      hint: "Decides which rooms fit.",
      optional: true,
      initial: course.instrument ?? "",
    },
    { name: "capacity", label: "Places", type: "number", initial: String(course.capacity) },
    {
      name: "groupPriceMinor",
      label: `Price of a ${isHybrid ? "group " : ""}lesson (${currency})`,
      optional: true,
      initial: priceText(course.groupPriceMinor),
    },
    ...(isHybrid ? individualFields(course, currency) : []),
  ];
}

function individualFields(course: CourseView, currency: string): FormField[] {
  return [
    {
      name: "lessonPriceMinor",
      label: `Price of an individual lesson (${currency})`,
      optional: true,
      initial: priceText(course.lessonPriceMinor),
    },
    {
      name: "lessonMinutes",
      label: "Minutes of an individual lesson",
      hint: "Only while no lesson is booked ahead.",
      type: "number",
      initial: String(course.lessonMinutes ?? ""),
    },
    {
      name: "slotStepMinutes",
      label: "Individual lessons begin",
      optional: true,
      options: STEP_OPTIONS,
      initial: String(course.slotStepMinutes ?? ""),
    },
  ];
}

type TimesFacts = { course: CourseView; choices: ScheduleChoices; locale: string };

/** When, where and by whom a course is given. */
export function courseTimesFields({ course, choices, locale }: TimesFacts): FormField[] {
  const { teacherId, teacherName, roomId, roomName, locationName } = course;
  return [
    {
      name: "teacherId",
      label: "Teacher",
      options: withPresent(namedOptions(choices.teachers), teacherId, teacherName),
      initial: teacherId,
    },
    {
      name: "roomId",
      label: "Room",
      options: withPresent(roomOptions(choices), roomId, `${locationName}: ${roomName}`),
      initial: roomId,
    },
    course.kind === "ONE_OFF"
      ? { name: "heldOn", label: "Day", type: "date", initial: course.heldOn ?? "" }
      : {
          name: "weekday",
          label: "Weekday",
          options: weekdayOptions(locale),
          initial: String(course.weekday ?? ""),
        },
    { name: "startTime", label: "Start", type: "time", initial: course.startTime },
    {
      name: "groupMinutes",
      label: "Minutes together",
      type: "number",
      initial: String(course.groupMinutes),
    },
  ];
}

/** An archived teacher or room is not among the choices and stays as it is. */
function withPresent(options: { value: string; label: string }[], value: string, label: string) {
  return options.some((option) => option.value === value)
    ? options
    : [{ value, label }, ...options];
}

/** "35.50", as the form reads it. */
function priceText(minor: number | null): string {
  if (minor === null) return "";
  return `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
}
