import { windowOpened } from "@/lib/booking/events";
import { sendWindowOpened } from "@/lib/notifications/send-window-opened";
import { defineJob } from "../define-job";

export const onWindowOpenedMail = defineJob(
  "on-window-opened-mail",
  windowOpened,
  sendWindowOpened,
);
