import { newId, type OutboxEventId } from "@/lib/ids";
import type { EventDefinition, OwedEvent } from "@/lib/events/define-event";
import type { Instant } from "@/lib/time/instant";
import { superuserQuery } from "./database";
import { date, insertRow } from "./insert-row";
import { TEST_NOW, type TestSchool } from "./school-factory";

/** An event of a school as the relay has it: in the outbox, its data parsed. */
export async function anOwedEvent<E extends EventDefinition>(
  school: TestSchool,
  event: E,
  data: OwedEvent<E>["data"],
  occurredAt: Instant = TEST_NOW,
): Promise<OwedEvent<E>> {
  const id = newId<OutboxEventId>();
  const at = date(occurredAt);
  await insertRow("outbox_event", {
    ...{ schoolId: school.id, id, name: event.name, data: JSON.stringify(data) },
    ...{ occurredAt: at, dueAt: at },
  });
  return { id, data };
}

export type OwedRow = { person: string; kind: string };

/** What an event has put down to be told, by person: in the app, by mail, and as mails to be sent. */
export async function owedRowsOf({ id }: { id: OutboxEventId }) {
  const rows = async (sql: string): Promise<OwedRow[]> => {
    const found = await superuserQuery(sql, [id]);
    return found.rows.map(({ person, kind }) => ({ person: String(person), kind: String(kind) }));
  };
  return {
    notices: await rows(
      "SELECT person_id AS person, kind FROM notice WHERE outbox_event_id = $1 ORDER BY 1, 2",
    ),
    deliveries: await rows(
      "SELECT recipient_id AS person, kind FROM delivery WHERE outbox_event_id = $1 ORDER BY 1, 2",
    ),
    toSend: await rows(
      `SELECT d.recipient_id AS person, d.kind FROM outbox_event o
         JOIN delivery d ON d.school_id = o.school_id AND d.id = (o.data->>'deliveryId')::uuid
        WHERE o.name = 'notifications/mail.owed' AND d.outbox_event_id = $1 ORDER BY 1, 2`,
    ),
  };
}

/** How an owed mail stands. */
export async function deliveryState(id: string): Promise<Record<string, unknown>> {
  const { rows } = await superuserQuery(
    `SELECT state::text, skip_reason::text AS "skipReason", last_error AS "lastError", attempts
       FROM delivery WHERE id = $1`,
    [id],
  );
  return rows[0] ?? {};
}

/** The owed mails of an event, by whom they are for. */
export async function deliveryIdsOf({ id }: { id: OutboxEventId }): Promise<string[]> {
  const { rows } = await superuserQuery(
    "SELECT id FROM delivery WHERE outbox_event_id = $1 ORDER BY recipient_id",
    [id],
  );
  return rows.map((row) => String(row.id));
}
