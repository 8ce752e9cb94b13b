import { signatureHeaders } from "@/emulators/resend/webhook-events";
import { newId, type OutboxEventId } from "@/lib/ids";
import { isoFromInstant, systemNow, type Instant } from "@/lib/time/instant";
import { superuserQuery } from "./database";
import { date, insertRow } from "./insert-row";
import type { TestPerson } from "./people-factory";
import { TEST_NOW, type TestSchool } from "./school-factory";

export type TestDelivery = { id: string; vendorId: string };

type DeliveryOptions = {
  kind?: string;
  state?: "PENDING" | "SENT" | "FAILED";
  /** Null while the vendor's answer has not come. */
  vendorId?: string | null;
  createdAt?: Instant;
  lastError?: string;
};

/** A mail to a person of the school. */
export async function aDelivery(
  { id: schoolId }: TestSchool,
  { personId }: TestPerson,
  options: DeliveryOptions = {},
): Promise<TestDelivery> {
  const { kind = "booking-confirmed", state = "SENT", lastError } = options;
  const outboxEventId = newId<OutboxEventId>();
  const createdAt = date(options.createdAt ?? TEST_NOW);
  await insertRow("outbox_event", {
    ...{ schoolId, id: outboxEventId, name: "test/mail.owed", data: "{}" },
    ...{ occurredAt: createdAt, dueAt: createdAt, sentAt: createdAt },
  });
  const vendorId: string = newId();
  const delivery = { schoolId, id: newId<OutboxEventId>(), outboxEventId, kind, state, lastError };
  await insertRow("delivery", {
    ...{ ...delivery, recipientId: personId, createdAt },
    vendorId: options.vendorId === undefined ? vendorId : options.vendorId,
  });
  return { id: delivery.id, vendorId };
}

export async function setContactEmail({ personId }: TestPerson, email: string): Promise<void> {
  await superuserQuery("UPDATE person SET email = $2 WHERE id = $1", [personId, email]);
}

type Told = { type: string; mailId: string; to: string; at?: Instant; more?: object };

/** The body of a webhook of the mail vendor. */
export function mailMessage({ type, mailId, to, at = systemNow(), more = {} }: Told): string {
  const data = {
    email_id: mailId,
    to: [to],
    from: "mail@musicnme.example",
    subject: "Hi",
    ...more,
  };
  return JSON.stringify({ type, created_at: isoFromInstant(at), data });
}

export const PERMANENT = { bounce: { type: "Permanent", subType: "General", message: "550 No" } };
export const TRANSIENT = { bounce: { type: "Transient", subType: "MailboxFull", message: "Full" } };

type Post = { url: string; secret: string; id?: string; at?: Instant };

/** Sends it as the vendor does; the status answered. */
export async function postWebhook(body: string, post: Post): Promise<number> {
  const { url, secret, id = `msg_${newId()}`, at = systemNow() } = post;
  const headers = signatureHeaders(secret, { id, at, body });
  const response = await fetch(`${url}/api/resend/webhook`, { method: "POST", headers, body });
  return response.status;
}

/** Before lib/env is loaded: what the app believes webhooks of this test by. */
export function useWebhookSecret(): string {
  const secret = `whsec_${Buffer.from(newId()).toString("base64")}`;
  process.env.RESEND_WEBHOOK_SECRET = secret;
  return secret;
}

export async function stoppedAddresses({ id }: TestSchool) {
  const { rows } = await superuserQuery(
    "SELECT email, reason, detail, lifted_at FROM mail_suppression WHERE school_id = $1 ORDER BY id",
    [id],
  );
  return rows;
}

/** What the vendor has told of a mail. */
export async function mailFacts({ id }: Pick<TestDelivery, "id">) {
  const sql = "SELECT delivered_at, bounced_at, complained_at FROM delivery WHERE id = $1";
  return (await superuserQuery(sql, [id])).rows[0];
}

/** What came of a message; null while it is not kept. */
export async function webhookOutcome(id: string): Promise<unknown> {
  const sql = "SELECT outcome FROM webhook_message WHERE vendor = 'resend' AND id = $1";
  const { rows } = await superuserQuery(sql, [id]);
  return rows[0]?.outcome ?? null;
}
