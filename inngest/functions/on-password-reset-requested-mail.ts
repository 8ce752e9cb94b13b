import { passwordResetRequested } from "@/lib/events/account-events";
import { sendPasswordReset } from "@/lib/notifications/send-password-reset";
import { defineJob } from "../define-job";

export const onPasswordResetRequestedMail = defineJob(
  "on-password-reset-requested-mail",
  passwordResetRequested,
  sendPasswordReset,
);
