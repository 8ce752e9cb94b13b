import { inSchool, type Db } from "@/lib/db/in-school";
import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import { owe } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import type { SchoolContext } from "@/lib/school-context";
import { dateFromInstant } from "@/lib/time/instant";
import { mailOwed } from "./events";
import type { Telling, Told } from "./tellings/telling";

/**
 * Owes what an event has to tell: one notice and one mail for each person, kind and event, for ever,
 * however often and by however many this runs. All of it, or nothing. Nobody finds what they did
 * themselves among their notices; the mail about it they get, as it is their proof and brings their
 * calendar up to date.
 */
export async function oweTelling<E extends EventDefinition>(
  ctx: SchoolContext,
  telling: Telling<E>,
  event: OwedEvent<E>,
): Promise<void> {
  const told = await telling.tell(ctx, event);
  if (told.length === 0) return;
  const key = { outboxEventId: event.id, kind: telling.kind };
  const actorId = actorOf(event.data);
  const others = told.filter(({ recipient }) => recipient.personId !== actorId);
  await inSchool(ctx, async (db) => {
    await putNotices(db, ctx, { key, told: others });
    await oweMails(db, ctx, { key, told });
  });
}

/** The person whose doing it was; null for the clock's and the program's. */
function actorOf(data: Readonly<Record<string, unknown>>): unknown {
  return data.actorId ?? null;
}

type Owing = { key: { outboxEventId: string; kind: string }; told: readonly Told[] };

async function putNotices(db: Db, ctx: SchoolContext, { key, told }: Owing): Promise<void> {
  const createdAt = dateFromInstant(ctx.now);
  await db.notice.createMany({
    data: told.flatMap(({ notice, recipient: { personId } }) =>
      notice === null ? [] : [{ id: newId(), ...key, personId, ...notice, createdAt }],
    ),
    skipDuplicates: true,
  });
}

async function oweMails(db: Db, ctx: SchoolContext, { key, told }: Owing): Promise<void> {
  const createdAt = dateFromInstant(ctx.now);
  const owed = await db.delivery.createManyAndReturn({
    data: told.flatMap(({ mail, recipient: { personId, email } }) =>
      mail === null || email === null
        ? []
        : [{ id: newId(), ...key, recipientId: personId, createdAt }],
    ),
    skipDuplicates: true,
    select: { id: true },
  });
  const data = owed.map(({ id }) => ({ deliveryId: id }));
  await owe(db, ctx, { event: mailOwed, data });
}
