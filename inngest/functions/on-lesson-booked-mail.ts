import { lessonBooked } from "@/lib/booking/events";
import { sendBookingConfirmed } from "@/lib/notifications/send-booking-confirmed";
import { defineJob } from "../define-job";

export const onLessonBookedMail = defineJob(
  "on-lesson-booked-mail",
  lessonBooked,
  sendBookingConfirmed,
);
