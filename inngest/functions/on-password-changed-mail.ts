import { passwordChanged } from "@/lib/events/account-events";
import { sendPasswordChanged } from "@/lib/notifications/send-password-changed";
import { defineJob } from "../define-job";

export const onPasswordChangedMail = defineJob(
  "on-password-changed-mail",
  passwordChanged,
  sendPasswordChanged,
);
