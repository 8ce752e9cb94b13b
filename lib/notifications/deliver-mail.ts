import { inSchool } from "@/lib/db/in-school";
import type { CalendarFile } from "./lesson-calendar-file";
import { MailFailure } from "@/lib/email/mail-failure";
import { sendMail } from "@/lib/email/send-mail";
import { newId, type OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { HOUR_MS, dateFromInstant, instantFromDate } from "@/lib/time/instant";
import type { RenderedMail } from "./templates/render-mail";

export type MailRecipient = { personId: string; email: string; name: string };

export type OwedMail = {
  eventId: OutboxEventId;
  kind: string;
  recipient: MailRecipient;
  /** The mail, or null when it has become stale and nobody needs it any more. */
  render: () => Promise<(RenderedMail & { attachments?: CalendarFile[] }) | null>;
};

/** Resend forgets an idempotency key after 24 hours; after this a mail that may be out is not sent again. */
const KEY_LASTS_MS = 23 * HOUR_MS;

type DeliveryRow = { id: string; state: string; createdAt: Date; attempts: number };

/**
 * Sends one owed mail: one per event, kind and person, whatever crashes. The delivery row comes
 * first and its id is the vendor's idempotency key, so a retry after a lost answer is no second mail.
 * Throws `MailFailure` while it may be tried again; what can never go out becomes a FAILED row.
 */
export async function deliverMail(ctx: SchoolContext, owed: OwedMail): Promise<void> {
  const delivery = await claimDelivery(ctx, owed);
  if (delivery.state !== "PENDING") return;
  const tooOld = ctx.now - instantFromDate(delivery.createdAt) > KEY_LASTS_MS;
  if (tooOld && delivery.attempts > 1) {
    return settle(ctx, delivery.id, { state: "FAILED", lastError: "not confirmed within a day" });
  }
  const mail = await owed.render();
  if (mail === null) return settle(ctx, delivery.id, { state: "SKIPPED" });
  await send(ctx, owed, { mail, deliveryId: delivery.id });
}

type Sending = { mail: RenderedMail & { attachments?: CalendarFile[] }; deliveryId: string };

async function send(ctx: SchoolContext, owed: OwedMail, { mail, deliveryId }: Sending) {
  const { school } = ctx;
  try {
    const { vendorId } = await sendMail(
      {
        ...mail,
        to: owed.recipient.email,
        from: school.name,
        ...(school.email === null ? {} : { replyTo: school.email }),
      },
      deliveryId,
    );
    await settle(ctx, deliveryId, { state: "SENT", vendorId });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    // The key is known with other bytes: the first try went out, and what it told has changed since.
    if (error.reason === "key-reused") return settle(ctx, deliveryId, { state: "SENT" });
    if (error.retryable) throw error;
    await settle(ctx, deliveryId, { state: "FAILED", lastError: error.message });
  }
}

async function claimDelivery(ctx: SchoolContext, owed: OwedMail): Promise<DeliveryRow> {
  const key = {
    outboxEventId: owed.eventId,
    kind: owed.kind,
    recipientId: owed.recipient.personId,
  };
  return inSchool(ctx, async (db) => {
    const createdAt = dateFromInstant(ctx.now);
    await db.delivery.createMany({
      data: [{ id: newId(), ...key, createdAt }],
      skipDuplicates: true,
    });
    await db.delivery.updateMany({ where: key, data: { attempts: { increment: 1 } } });
    return db.delivery.findFirstOrThrow({
      where: key,
      select: { id: true, state: true, createdAt: true, attempts: true },
    });
  });
}

type Outcome =
  | { state: "SENT"; vendorId?: string }
  | { state: "SKIPPED" }
  | { state: "FAILED"; lastError: string };

async function settle(ctx: SchoolContext, id: string, outcome: Outcome): Promise<void> {
  const sentAt = outcome.state === "SENT" ? dateFromInstant(ctx.now) : null;
  await inSchool(ctx, (db) =>
    db.delivery.updateMany({ where: { id, state: "PENDING" }, data: { ...outcome, sentAt } }),
  );
}
