import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

/** A student joined a course whose families book, or may book in it longer than the others. */
export const enrolmentOpened = defineEvent(
  "scheduling/enrolment.opened",
  z.object({ enrolmentId: z.uuid(), actorId: z.uuid().nullable() }),
);

/** A lesson begins within a day: its students' families are reminded. `startsAt` in ISO 8601. */
export const lessonUpcoming = defineEvent(
  "scheduling/lesson.upcoming",
  z.object({ lessonId: z.uuid(), startsAt: z.iso.datetime() }),
);

/**
 * The schedule was changed, and with it lessons of people; whose and how it was before stands in
 * `lesson_change`. Written by the database (`begin_schedule_change`), the event's id is the change's.
 */
export const lessonsChanged = defineEvent(
  "scheduling/lessons.changed",
  z.object({ actorId: z.uuid().nullable() }),
);

/** A teacher's open times were changed: those of every week, or of the days from `on` to `until`. */
export const openTimesChanged = defineEvent(
  "scheduling/open-times.changed",
  z.object({
    teacherId: z.uuid(),
    days: z.object({ on: z.iso.date(), until: z.iso.date() }).nullable(),
    actorId: z.uuid().nullable(),
  }),
);
