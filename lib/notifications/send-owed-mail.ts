import { inSchool } from "@/lib/db/in-school";
import { MailFailure } from "@/lib/email/mail-failure";
import { sendMail } from "@/lib/email/send-mail";
import type { OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { HOUR_MS, dateFromInstant, instantFromDate } from "@/lib/time/instant";
import type { Telling, Told } from "./telling";
import { renderMail } from "./templates/render-mail";
import { waitForMailTurn } from "./wait-for-mail-turn";

/** Resend forgets an idempotency key after 24 hours; after this a mail that may be out is not sent again. */
const KEY_LASTS_MS = 23 * HOUR_MS;

export type OwedMail = {
  deliveryId: string;
  /** What there is to tell, by kind. */
  tellings: ReadonlyMap<string, Telling>;
};

/**
 * Sends one owed mail, or settles it as stale: one mail for its delivery row, whatever crashes. The
 * row's id is the vendor's idempotency key, so a retry after a lost answer is no second mail. Throws
 * `MailFailure` while it may be tried again; what can never go out becomes a FAILED row.
 */
export async function sendOwedMail(
  ctx: SchoolContext,
  { deliveryId, tellings }: OwedMail,
): Promise<void> {
  const delivery = await findDelivery(ctx, deliveryId);
  if (delivery?.state !== "PENDING") return;
  const inDoubtSince = delivery.inDoubtSince && instantFromDate(delivery.inDoubtSince);
  if (inDoubtSince !== null && ctx.now - inDoubtSince > KEY_LASTS_MS) {
    return settle(ctx, deliveryId, { state: "FAILED", lastError: "not confirmed within a day" });
  }
  const telling = tellings.get(delivery.kind);
  if (telling === undefined) throw new Error(`no mail of the kind ${delivery.kind} is known`);
  const { recipientId, event } = delivery;
  const data = telling.event.data.parse(event.data);
  const told = await telling.tell(ctx, { id: event.id as OutboxEventId, data });
  const mine = told.find(({ recipient }) => recipient.personId === recipientId);
  if (!mine?.mail || mine.recipient.email === null) {
    return settle(ctx, deliveryId, { state: "SKIPPED", skipReason: "STALE" });
  }
  await send(ctx, { deliveryId, mail: mine.mail, to: mine.recipient.email });
}

type Sending = { deliveryId: string; mail: NonNullable<Told["mail"]>; to: string };

async function send(ctx: SchoolContext, { deliveryId, mail, to }: Sending): Promise<void> {
  const { school } = ctx;
  const rendered = await renderMail(mail);
  await waitForMailTurn();
  await noteTry(ctx, deliveryId);
  try {
    const { vendorId } = await sendMail(
      {
        ...rendered,
        to,
        from: school.name,
        ...(school.email === null ? {} : { replyTo: school.email }),
        ...(mail.attachments === undefined ? {} : { attachments: mail.attachments }),
      },
      deliveryId,
    );
    await settle(ctx, deliveryId, { state: "SENT", vendorId });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    await afterFailure(ctx, deliveryId, error);
  }
}

async function afterFailure(ctx: SchoolContext, id: string, failure: MailFailure): Promise<void> {
  // The key is known with other bytes: the first try went out, and what it told has changed since.
  if (failure.reason === "key-reused") return settle(ctx, id, { state: "SENT" });
  if (!failure.retryable) return settle(ctx, id, { state: "FAILED", lastError: failure.message });
  const { message: lastError } = failure;
  // Refused before it was taken: it is certainly not out, and may go out whenever it can.
  const data = failure.isOut === "no" ? { lastError, inDoubtSince: null } : { lastError };
  await inSchool(ctx, (db) => db.delivery.updateMany({ where: { id, state: "PENDING" }, data }));
  throw failure;
}

function findDelivery(ctx: SchoolContext, id: string) {
  return inSchool(ctx, (db) =>
    db.delivery.findFirst({
      where: { id },
      select: {
        kind: true,
        state: true,
        recipientId: true,
        inDoubtSince: true,
        event: { select: { id: true, data: true } },
      },
    }),
  );
}

/** From here on the mail may be out: the first such moment is kept. */
async function noteTry(ctx: SchoolContext, id: string): Promise<void> {
  const now = dateFromInstant(ctx.now);
  await inSchool(
    ctx,
    (db) => db.$executeRaw`
      UPDATE delivery SET attempts = attempts + 1, in_doubt_since = COALESCE(in_doubt_since, ${now})
       WHERE school_id = ${ctx.schoolId}::uuid AND id = ${id}::uuid AND state = 'PENDING'`,
  );
}

type Outcome =
  | { state: "SENT"; vendorId?: string }
  | { state: "SKIPPED"; skipReason: "STALE" | "UNSUBSCRIBED" | "SUPPRESSED" }
  | { state: "FAILED"; lastError: string };

async function settle(ctx: SchoolContext, id: string, outcome: Outcome): Promise<void> {
  const sentAt = outcome.state === "SENT" ? dateFromInstant(ctx.now) : null;
  const data = { lastError: null, ...outcome, sentAt };
  await inSchool(ctx, (db) => db.delivery.updateMany({ where: { id, state: "PENDING" }, data }));
}
