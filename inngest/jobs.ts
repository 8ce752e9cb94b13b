import type { Job } from "./define-job";
import { onLessonBookedMail } from "./functions/on-lesson-booked-mail";
import { onLessonCancelledMail } from "./functions/on-lesson-cancelled-mail";
import { onLessonMovedMail } from "./functions/on-lesson-moved-mail";
import { onPasswordChangedMail } from "./functions/on-password-changed-mail";
import { onPasswordResetRequestedMail } from "./functions/on-password-reset-requested-mail";
import { onPersonInvitedMail } from "./functions/on-person-invited-mail";
import { onUnbookedRemindedMail } from "./functions/on-unbooked-reminded-mail";
import { onWindowOpenedMail } from "./functions/on-window-opened-mail";

/** Every job there is. */
export const jobs: readonly Job[] = [
  onLessonBookedMail,
  onLessonMovedMail,
  onLessonCancelledMail,
  onWindowOpenedMail,
  onUnbookedRemindedMail,
  onPersonInvitedMail,
  onPasswordResetRequestedMail,
  onPasswordChangedMail,
];
