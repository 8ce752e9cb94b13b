import { asSystem, type SystemDb } from "@/lib/db/system";
import { verifyWebhook, type SignedMessage } from "@/lib/email/verify-webhook";
import { normaliseEmail } from "@/lib/values/email-address";
import { newId } from "@/lib/ids";
import { dateFromInstant, instantFromDate, type Instant } from "@/lib/time/instant";
import { readMailEvent, typeOfMessage, type MailEvent } from "./mail-event";
import { mailOutcome, type MailEventFacts } from "./mail-outcome";

const VENDOR = "resend";

export type WebhookAnswer =
  "applied" | "repeated" | "of-no-use" | "not-yet" | "forged" | "unreadable" | "not-configured";

/**
 * Takes what the mail vendor tells of a mail: delivered, come back, complained of. The message's id and
 * what it changes are one transaction, so any number of copies, in any order, side by side, have one
 * result. Throws when it could not be kept, and must then be sent again; "not-yet" too.
 */
export async function applyMailWebhook(
  body: string,
  headers: Headers,
  now: Instant,
): Promise<WebhookAnswer> {
  const verified = verifyWebhook(body, headers);
  if (verified.status !== "signed") return verified.status;
  const { message } = verified;
  const event = readMailEvent(message.payload);
  if (event === "unreadable") return "unreadable";
  return asSystem((db) => keep(db, { message, event, now }));
}

type Taken = { message: SignedMessage; event: MailEvent | "of-no-use"; now: Instant };

async function keep(db: SystemDb, { message, event, now }: Taken): Promise<WebhookAnswer> {
  const key = { vendor: VENDOR, id: message.id };
  if ((await db.webhookMessage.count({ where: key })) > 0) return "repeated";
  const found = event === "of-no-use" ? null : await readFacts(db, event, now);
  const decided = event === "of-no-use" || found === null ? null : mailOutcome(event, found.facts);
  if (decided?.outcome === "not-yet") return "not-yet";
  const { count } = await db.webhookMessage.createMany({
    data: [
      {
        ...key,
        type: typeOfMessage(message.payload),
        receivedAt: dateFromInstant(now),
        outcome: decided?.outcome ?? "of-no-use",
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return "repeated";
  if (event === "of-no-use" || !found?.delivery) return "of-no-use";
  const at = event.at === null || event.at > now ? now : event.at;
  await stamp(db, found.delivery, { event, at });
  if (decided?.stop) await stop(db, { ...found.delivery, email: decided.stop, event, at });
  return "applied";
}

type Delivery = { schoolId: string; id: string };

async function readFacts(db: SystemDb, event: MailEvent, now: Instant) {
  const known = await findMail(db, event);
  const isAwaited = known === null && (await isAnyAwaited(db));
  // Asked again: an id that was stored between the first two questions is seen by the third.
  const delivery = isAwaited ? await findMail(db, event) : known;
  const to = normalised(event.to);
  const facts: MailEventFacts = {
    ...{ now, isAwaited, to, isKnown: delivery !== null },
    addresses: delivery === null ? [] : await addressesOf(db, delivery),
    liftedAt: delivery === null ? null : await lastLifted(db, delivery.schoolId, to),
  };
  return { facts, delivery };
}

function findMail(db: SystemDb, { mailId }: MailEvent) {
  return db.delivery.findFirst({
    where: { vendorId: mailId },
    select: { schoolId: true, id: true, recipientId: true },
  });
}

/** Of any school. In the order of the index of unsettled mails: else all mail that ever was is read. */
async function isAnyAwaited(db: SystemDb): Promise<boolean> {
  const awaited = await db.$queryRaw<unknown[]>`
    SELECT school_id FROM delivery WHERE state = 'PENDING' ORDER BY school_id LIMIT 1`;
  return awaited.length > 0;
}

/** Where mail of a person goes or went: the school's record, the sign-in, the invitations. */
async function addressesOf(
  db: SystemDb,
  { schoolId, recipientId }: { schoolId: string; recipientId: string },
): Promise<string[]> {
  const person = await db.person.findUnique({
    where: { schoolId_id: { schoolId, id: recipientId } },
    select: {
      email: true,
      membership: { select: { user: { select: { email: true } } } },
      invitations: { select: { email: true } },
    },
  });
  const invited = person?.invitations.map(({ email }) => email) ?? [];
  return normalised([person?.email, person?.membership?.user.email, ...invited]);
}

function normalised(texts: readonly (string | null | undefined)[]): string[] {
  return texts.flatMap((text) => normaliseEmail(text ?? "") ?? []);
}

async function lastLifted(
  db: SystemDb,
  schoolId: string,
  emails: string[],
): Promise<Instant | null> {
  const last = await db.mailSuppression.findFirst({
    where: { schoolId, email: { in: emails }, liftedAt: { not: null } },
    orderBy: { liftedAt: "desc" },
    select: { liftedAt: true },
  });
  return last?.liftedAt ? instantFromDate(last.liftedAt) : null;
}

type Told = { event: MailEvent; at: Instant };

/** The first moment counts, whichever message comes first. */
async function stamp(db: SystemDb, { schoolId, id }: Delivery, { event, at }: Told) {
  const moment = dateFromInstant(at);
  await db.delivery.updateMany({
    where: {
      ...{ schoolId, id },
      OR: [{ [event.stamp]: null }, { [event.stamp]: { gt: moment } }],
    },
    data: { [event.stamp]: moment },
  });
}

/** One live stop for an address; a bounce weighs more than a complaint, then the earlier counts. */
async function stop(db: SystemDb, told: Told & { schoolId: string; email: string }) {
  const { stops } = told.event;
  if (stops === null) return;
  const at = dateFromInstant(told.at);
  await db.$executeRaw`
    INSERT INTO mail_suppression AS live (school_id, id, email, reason, detail, created_at)
    VALUES (${told.schoolId}::uuid, ${newId()}::uuid, ${told.email}, ${stops.reason}::suppression_reason,
            ${stops.detail}, ${at})
    ON CONFLICT (school_id, email) WHERE lifted_at IS NULL DO UPDATE
      SET reason = EXCLUDED.reason, detail = EXCLUDED.detail, created_at = EXCLUDED.created_at
      WHERE (live.reason = 'COMPLAINT' AND EXCLUDED.reason = 'BOUNCE')
         OR (live.reason = EXCLUDED.reason AND EXCLUDED.created_at < live.created_at)`;
}
