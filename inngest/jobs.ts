import type { Job } from "./define-job";
import { onLessonBookedMail } from "./functions/on-lesson-booked-mail";
import { onLessonCancelledMail } from "./functions/on-lesson-cancelled-mail";
import { onLessonMovedMail } from "./functions/on-lesson-moved-mail";

/** Every job there is. */
export const jobs: readonly Job[] = [
  onLessonBookedMail,
  onLessonMovedMail,
  onLessonCancelledMail,
];
