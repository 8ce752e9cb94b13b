import { unbookedReminded } from "@/lib/booking/events";
import { sendUnbookedReminder } from "@/lib/notifications/send-window-opened";
import { defineJob } from "../define-job";

export const onUnbookedRemindedMail = defineJob(
  "on-unbooked-reminded-mail",
  unbookedReminded,
  sendUnbookedReminder,
);
