import { lessonMoved } from "@/lib/booking/events";
import { sendBookingMoved } from "@/lib/notifications/send-booking-moved";
import { defineJob } from "../define-job";

export const onLessonMovedMail = defineJob("on-lesson-moved-mail", lessonMoved, sendBookingMoved);
