import { lessonCancelled } from "@/lib/booking/events";
import { sendBookingCancelled } from "@/lib/notifications/send-booking-cancelled";
import { defineJob } from "../define-job";

export const onLessonCancelledMail = defineJob(
  "on-lesson-cancelled-mail",
  lessonCancelled,
  sendBookingCancelled,
);
