import type { UndeliveredMail } from "@/lib/notifications/stopped/list-undelivered";
import type { SuppressionReason } from "@/lib/notifications/stopped/mail-event";

/** Why mail to an address has stopped. */
export const STOPPED: Record<SuppressionReason, { short: string; long: string }> = {
  BOUNCE: {
    short: "Bounced",
    long: "It bounced: the address does not exist, or takes no email.",
  },
  COMPLAINT: {
    short: "Marked as spam",
    long: "Its reader marked an email as spam. Only email about signing in still goes out.",
  },
};

export const TROUBLE: Record<UndeliveredMail["trouble"], { label: string; text: string }> = {
  failed: { label: "Not sent", text: "It could not be sent, and is not tried again." },
  "came-back": { label: "Bounced", text: "It was sent, and bounced." },
  waiting: { label: "Waiting", text: "It is tried again automatically." },
};
