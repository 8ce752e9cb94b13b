import { z } from "zod";
import { parseInstant, type Instant } from "@/lib/time/instant";

export type SuppressionReason = "BOUNCE" | "COMPLAINT";
type Stamp = "deliveredAt" | "bouncedAt" | "complainedAt";

/** What became of one mail, as the vendor tells it. */
export type MailEvent = {
  type: string;
  /** The vendor's id of the mail. */
  mailId: string;
  /** Bare addresses. */
  to: readonly string[];
  /** When it happened, where the vendor says so in a way that we can read. */
  at: Instant | null;
  /** The fact of the delivery that it sets. */
  stamp: Stamp;
  /** Why mail to the address must stop; null when it need not. */
  stops: { reason: SuppressionReason; detail: string | null } | null;
};

const verdict = z.object({ type: z.string(), message: z.string() }).partial();

/** https://resend.com/docs/webhooks/event-types */
const shape = z.object({
  type: z.string().max(100),
  created_at: z.string().optional(),
  data: z.object({
    email_id: z.string().min(1).max(200),
    to: z.union([z.array(z.string()), z.string().transform((one) => [one])]),
    bounce: verdict.optional(),
    suppressed: verdict.optional(),
  }),
});

type Payload = z.output<typeof shape>;

const STAMPS: Readonly<Record<string, Stamp>> = {
  "email.delivered": "deliveredAt",
  "email.bounced": "bouncedAt",
  // Never left the vendor: for the school the same as come back.
  "email.suppressed": "bouncedAt",
  "email.failed": "bouncedAt",
  "email.complained": "complainedAt",
};

const MOST_CHARACTERS = 300;

/** The kind of a message, whatever else it says; "" when it is no message at all. */
export function typeOfMessage(payload: unknown): string {
  const parsed = z.object({ type: z.string() }).safeParse(payload);
  return parsed.success ? parsed.data.type.replaceAll("\0", "").slice(0, 100) : "";
}

/** What a message tells of a mail; "of-no-use" for other kinds, "unreadable" where one is not as agreed. */
export function readMailEvent(payload: unknown): MailEvent | "of-no-use" | "unreadable" {
  const type = typeOfMessage(payload);
  const stamp = Object.hasOwn(STAMPS, type) ? STAMPS[type] : undefined;
  if (type !== "" && stamp === undefined) return "of-no-use";
  const parsed = shape.safeParse(payload);
  if (!parsed.success || stamp === undefined) return "unreadable";
  const { data, created_at: at } = parsed.data;
  return {
    ...{ type, stamp, mailId: data.email_id },
    to: data.to.map((mailbox) => /<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox),
    at: momentOf(at ?? ""),
    stops: stopsOf(type, data),
  };
}

/** "2026-11-22T23:41:12.126Z", and "2026-11-22 23:41:11.894719+00" as some messages have it. */
function momentOf(text: string): Instant | null {
  return parseInstant(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

/** A bounce that may pass (a full mailbox) stops nothing. */
function stopsOf(type: string, { bounce, suppressed }: Payload["data"]): MailEvent["stops"] {
  if (type === "email.complained") return { reason: "COMPLAINT", detail: null };
  if (type === "email.suppressed") {
    return { reason: "BOUNCE", detail: plain(suppressed?.message) };
  }
  if (type !== "email.bounced" || bounce?.type !== "Permanent") return null;
  return { reason: "BOUNCE", detail: plain(bounce.message) };
}

/** The other server's words without any address: some are nobody's business but their owner's. */
function plain(text: string | undefined): string | null {
  const words = (text ?? "").replace(/[\p{Cc}\s]+/gu, " ").replace(/\S+@\S+/g, "the address");
  return words.trim().slice(0, MOST_CHARACTERS) || null;
}
