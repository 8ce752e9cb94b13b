import { inSchool } from "@/lib/db/in-school";
import { MailFailure } from "@/lib/email/mail-failure";
import { sendMail } from "@/lib/email/send-mail";
import type { OutboxEventId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { HOUR_MS, dateFromInstant, instantFromDate } from "@/lib/time/instant";
import { findMailBars, type MailBar } from "./choices/find-mail-bars";
import { makeUnsubscribeLink } from "./choices/make-unsubscribe-link";
import type { Telling, ToldMail } from "./tellings/telling";
import { optionalKindOf } from "./tellings/telling-kinds";
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
  const told = await telling.tell(ctx, { id: event.id as OutboxEventId, data }, recipientId);
  const mine = told.find(({ recipient }) => recipient.personId === recipientId);
  if (!mine?.mail || mine.recipient.email === null) {
    return settle(ctx, deliveryId, { state: "SKIPPED", skipReason: "STALE" });
  }
  const { recipient, mail } = mine;
  const bars = await inSchool(ctx, (db) => findMailBars(db, delivery.kind, [recipient]));
  const bar = bars.get(recipientId);
  if (bar !== undefined)
    return settle(ctx, deliveryId, { state: "SKIPPED", skipReason: SKIPS[bar] });
  const sending = { deliveryId, mail, to: mine.recipient.email };
  await send(ctx, withWayOut(ctx, { ...sending, recipientId, kind: delivery.kind }));
}

const SKIPS = {
  NO_ADDRESS: "STALE",
  UNSUBSCRIBED: "UNSUBSCRIBED",
  SUPPRESSED: "SUPPRESSED",
} as const satisfies Record<MailBar, string>;

/** What may be turned off says how: in a line at its end, and for mail programs (RFC 8058). */
function withWayOut(
  { schoolId }: SchoolContext,
  sending: Sending & { recipientId: string; kind: string },
): Sending {
  const optional = optionalKindOf(sending.kind);
  if (optional === null) return sending;
  const { pageUrl, headers } = makeUnsubscribeLink(schoolId, sending.recipientId, optional);
  const content = { ...sending.mail.content, stopUrl: pageUrl };
  return { ...sending, mail: { ...sending.mail, content }, headers };
}

type Sending = {
  deliveryId: string;
  mail: ToldMail;
  to: string;
  headers?: Record<string, string>;
};

async function send(ctx: SchoolContext, { deliveryId, mail, to, headers }: Sending): Promise<void> {
  const { school } = ctx;
  const rendered = await renderMail(mail);
  await waitForMailTurn();
  const tried = await noteTry(ctx, deliveryId);
  if (tried === null) return;
  try {
    const { vendorId } = await sendMail(
      {
        ...rendered,
        to,
        from: school.name,
        ...(school.email === null ? {} : { replyTo: school.email }),
        ...(headers === undefined ? {} : { headers }),
        ...(mail.attachments === undefined ? {} : { attachments: mail.attachments }),
      },
      deliveryId,
    );
    await settle(ctx, deliveryId, { state: "SENT", vendorId });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    await afterFailure(ctx, { ...tried, id: deliveryId }, error);
  }
}

async function afterFailure(
  ctx: SchoolContext,
  { id, attempts, isFirstDoubt }: NotedTry & { id: string },
  failure: MailFailure,
): Promise<void> {
  // The key is known with other bytes: the first try went out, and what it told has changed since.
  if (failure.reason === "key-reused") return settle(ctx, id, { state: "SENT" });
  // Refused before it was taken. Unless an earlier try, or one beside this, may have got through, it is
  // certainly not out, and may go out whenever it can.
  const surelyNotOut = failure.isOut === "no" && isFirstDoubt;
  const doubt = surelyNotOut ? { inDoubtSince: null } : {};
  const { message: lastError } = failure;
  if (!failure.retryable) return settle(ctx, id, { state: "FAILED", lastError, ...doubt });
  const pending = { id, state: "PENDING" } as const;
  await inSchool(ctx, async (db) => {
    await db.delivery.updateMany({ where: pending, data: { lastError } });
    if (!surelyNotOut) return;
    await db.delivery.updateMany({ where: { ...pending, attempts }, data: doubt });
  });
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

/** Which try it is, and whether it is the first since which nobody knows if the mail is out. */
type NotedTry = { attempts: number; isFirstDoubt: boolean };

/** From here on the mail may be out: the first such moment is kept. Null when it is settled by now. */
async function noteTry(ctx: SchoolContext, id: string): Promise<NotedTry | null> {
  const now = dateFromInstant(ctx.now);
  const [tried] = await inSchool(
    ctx,
    (db) => db.$queryRaw<NotedTry[]>`
      WITH before AS (
        SELECT id, in_doubt_since FROM delivery
         WHERE school_id = ${ctx.schoolId}::uuid AND id = ${id}::uuid AND state = 'PENDING' FOR UPDATE)
      UPDATE delivery d SET attempts = d.attempts + 1, in_doubt_since = COALESCE(d.in_doubt_since, ${now})
        FROM before WHERE d.school_id = ${ctx.schoolId}::uuid AND d.id = before.id
      RETURNING d.attempts, before.in_doubt_since IS NULL AS "isFirstDoubt"`,
  );
  return tried ?? null;
}

type Outcome =
  | { state: "SENT"; vendorId?: string }
  | { state: "SKIPPED"; skipReason: "STALE" | "UNSUBSCRIBED" | "SUPPRESSED" }
  | { state: "FAILED"; lastError: string; inDoubtSince?: null };

async function settle(ctx: SchoolContext, id: string, outcome: Outcome): Promise<void> {
  const sentAt = outcome.state === "SENT" ? dateFromInstant(ctx.now) : null;
  const data = { lastError: null, ...outcome, sentAt };
  await inSchool(ctx, (db) => db.delivery.updateMany({ where: { id, state: "PENDING" }, data }));
}
