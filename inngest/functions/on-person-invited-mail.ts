import { personInvited } from "@/lib/people/events";
import { sendInvitation } from "@/lib/notifications/send-invitation";
import { defineJob } from "../define-job";

export const onPersonInvitedMail = defineJob(
  "on-person-invited-mail",
  personInvited,
  sendInvitation,
);
