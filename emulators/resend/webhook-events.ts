import { createHmac } from "node:crypto";
import { isoFromInstant, type Instant } from "@/lib/time/instant";
import type { Message } from "./inbox";
import { bareAddress } from "./send-request";

export type WebhookEvent = { type: string; created_at: string; data: object };

type BounceKind = "Permanent" | "Transient";

/**
 * What Resend would tell of an accepted mail. As with its own test addresses the local part decides:
 * "bounced@…" comes back for good ("bounced-full@…" because the mailbox is full), "complained@…" is
 * delivered and then marked as spam, everything else is delivered.
 */
export function eventsOf(message: Message, at: Instant): WebhookEvent[] {
  const local = bareAddress(message.to[0] ?? "").split("@")[0] ?? "";
  if (/^bounced?[-+]full/.test(local)) return [bounced(message, at, "Transient")];
  if (local.startsWith("bounce")) return [bounced(message, at, "Permanent")];
  const delivered = eventOf("email.delivered", message, at);
  if (!local.startsWith("complain")) return [delivered];
  return [delivered, eventOf("email.complained", message, at)];
}

/** The shape of https://resend.com/docs/webhooks/emails/bounced */
function bounced(message: Message, at: Instant, type: BounceKind): WebhookEvent {
  const event = eventOf("email.bounced", message, at);
  const bounce =
    type === "Permanent"
      ? { type, subType: "General", message: "550 5.1.1 There is no such mailbox here." }
      : { type, subType: "MailboxFull", message: "452 4.2.2 The mailbox is full." };
  return { ...event, data: { ...event.data, bounce } };
}

function eventOf(type: string, message: Message, at: Instant): WebhookEvent {
  const { id, from, to, subject, tags, createdAt } = message;
  return {
    type,
    created_at: isoFromInstant(at),
    data: {
      ...{ email_id: id, message_id: `<${id}@stand-in.example>`, created_at: createdAt },
      ...{ from, to, subject },
      tags: Object.fromEntries(tags.map(({ name, value }) => [name, value])),
    },
  };
}

/** What Svix puts beside a body; `secret` is "whsec_" and base64. https://docs.svix.com/receiving/verifying-payloads/how-manual */
export function signatureHeaders(
  secret: string,
  { id, at, body }: { id: string; at: Instant; body: string },
): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "svix-id": id, "svix-timestamp": seconds, "svix-signature": `v1,${signature}` };
}
