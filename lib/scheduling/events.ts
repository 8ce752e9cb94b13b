import { z } from "zod";
import { defineEvent } from "@/lib/events/define-event";

/** A lesson begins within a day: its students' families are reminded. `startsAt` in ISO 8601. */
export const lessonUpcoming = defineEvent(
  "scheduling/lesson.upcoming",
  z.object({ lessonId: z.uuid(), startsAt: z.iso.datetime() }),
);
