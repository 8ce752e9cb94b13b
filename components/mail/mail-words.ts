import type { UndeliveredMail } from "@/lib/notifications/stopped/list-undelivered";
import type { SuppressionReason } from "@/lib/notifications/stopped/mail-event";

/** Why mail to an address has stopped. */
export const STOPPED: Record<SuppressionReason, { short: string; long: string }> = {
  BOUNCE: {
    short: "Came back",
    long: "Mail came back: the address does not exist, or takes no mail.",
  },
  COMPLAINT: {
    short: "Marked as spam",
    long: "Its reader marked a mail as spam. Only mail about signing in still goes out.",
  },
};

export const TROUBLE: Record<UndeliveredMail["trouble"], { label: string; text: string }> = {
  failed: { label: "Not sent", text: "It could not be sent, and is not tried again." },
  "came-back": { label: "Came back", text: "It was sent, and came back." },
  waiting: { label: "Waiting", text: "It is tried again by itself." },
};

const REASONS: Readonly<Record<string, string>> = {
  unreachable: "The mail service cannot be reached.",
  "timed-out": "The mail service did not answer in time.",
  "rate-limited": "The mail service asks us to slow down.",
  "quota-used-up": "The mail service takes no more mail for now: its limit is used up.",
  "vendor-broken": "The mail service does not work right now.",
  "key-in-flight": "The mail is on its way already.",
  "not-authorised": "The mail service does not accept our key.",
  "mail-refused": "The mail service refused it: the address may be wrong.",
};

/** What a last try met, for people; what the program has no words for is shown as it is. */
export function reasonInWords(lastError: string): string {
  const reason = /^mail not sent: ([a-z-]+)/.exec(lastError)?.[1] ?? "";
  return Object.hasOwn(REASONS, reason) ? (REASONS[reason] ?? lastError) : lastError;
}

/** "booking-confirmed" in words. */
export function kindInWords(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
