import type { CourseView } from "@/lib/scheduling/get-course";
import type { ScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import type { Weekday } from "@/lib/time/day";
import { weekdayName } from "./course-words";
import type { FormField } from "./field-inputs";

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export const WINDOW_FIELDS: readonly FormField[] = [
  { name: "opensAt", label: "Opens", type: "moment", optional: true },
  {
    name: "closesAt",
    label: "Closes",
    type: "moment",
    optional: true,
    hint: "Leave empty to keep it open.",
  },
];

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

/** What of a course can change at any time. */
export function courseFactsFields({ kind }: CourseView, currency: string): FormField[] {
  const isHybrid = kind === "HYBRID";
  return [
    { name: "name", label: "Name" },
    {
      name: "instrument",
      label: "Instrument",
      hint: "Decides which rooms fit.",
      optional: true,
    },
    { name: "capacity", label: "Places", type: "number" },
    {
      name: "groupPriceMinor",
      label: `Price of a ${isHybrid ? "group " : ""}lesson (${currency})`,
      optional: true,
    },
    ...(isHybrid ? individualFields(currency) : []),
  ];
}

function individualFields(currency: string): FormField[] {
  return [
    {
      name: "lessonPriceMinor",
      label: `Price of an individual lesson (${currency})`,
      optional: true,
    },
    {
      name: "lessonMinutes",
      label: "Minutes of an individual lesson",
      hint: "Only while no lesson is booked ahead.",
      type: "number",
    },
    {
      name: "slotStepMinutes",
      label: "Individual lessons begin",
      optional: true,
      options: STEP_OPTIONS,
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
    },
    {
      name: "roomId",
      label: "Room",
      options: withPresent(roomOptions(choices), roomId, `${locationName}: ${roomName}`),
    },
    course.kind === "ONE_OFF"
      ? { name: "heldOn", label: "Day", type: "date" }
      : {
          name: "weekday",
          label: "Weekday",
          options: weekdayOptions(locale),
        },
    { name: "startTime", label: "Start", type: "time" },
    {
      name: "groupMinutes",
      label: "Group lesson length",
      type: "number",
    },
  ];
}

/** An archived teacher or room is not among the choices and stays as it is. */
function withPresent(options: { value: string; label: string }[], value: string, label: string) {
  return options.some((option) => option.value === value)
    ? options
    : [{ value, label }, ...options];
}
