export type MailFailureReason =
  | "unreachable"
  | "timed-out"
  | "rate-limited"
  | "quota-used-up"
  | "vendor-broken"
  | "key-in-flight"
  | "key-reused"
  | "not-authorised"
  | "mail-refused";

const RETRYABLE: Record<MailFailureReason, boolean> = {
  unreachable: true,
  "timed-out": true,
  "rate-limited": true,
  "quota-used-up": true,
  "vendor-broken": true,
  "key-in-flight": true,
  "key-reused": false,
  // A key that was changed or has run out is mended by a person; the mail waits for that.
  "not-authorised": true,
  "mail-refused": false,
};

/** Refused before the vendor took it: such a mail is certainly not out. */
const SURELY_NOT_OUT: ReadonlySet<MailFailureReason> = new Set([
  "rate-limited",
  "quota-used-up",
  "not-authorised",
  "mail-refused",
]);

/**
 * A mail that was not confirmed as taken. `retryable`: the same mail with the same key may be sent
 * again within 24 hours, and goes out once even if the lost answer was a yes. Holds no address.
 */
export class MailFailure extends Error {
  readonly retryable: boolean;
  /** Whether the mail may have gone out all the same. */
  readonly isOut: "no" | "maybe";

  constructor(
    readonly reason: MailFailureReason,
    readonly status: number | null = null,
  ) {
    super(status === null ? `mail not sent: ${reason}` : `mail not sent: ${reason} (${status})`);
    this.name = "MailFailure";
    this.retryable = RETRYABLE[reason];
    this.isOut = SURELY_NOT_OUT.has(reason) ? "no" : "maybe";
  }
}

/** What an error answer of Resend (https://resend.com/docs/api-reference/errors) means for us. */
export function mailFailureReason(status: number | null, name: string): MailFailureReason {
  if (status === null) return "unreachable";
  if (name === "concurrent_idempotent_requests") return "key-in-flight";
  if (name === "daily_quota_exceeded" || name === "monthly_quota_exceeded") return "quota-used-up";
  if (status === 409) return "key-reused";
  if (status === 429) return "rate-limited";
  if (status === 401 || status === 403) return "not-authorised";
  return status >= 500 ? "vendor-broken" : "mail-refused";
}
